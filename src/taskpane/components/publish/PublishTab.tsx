import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { Checked } from "../../../application/draftingState";
import { strings } from "../../strings";
import { mustFixOf } from "../check/groupFindings";
import { usePaneHost } from "../paneHost";
import { useSectionStyles } from "../sectionStyles";
import { ChangesSection } from "./ChangesSection";
import { DocumentSection } from "./DocumentSection";
import { ReportSection } from "./ReportSection";
import { ReadinessSection } from "./ReadinessSection";
import { SheetList } from "./SheetList";
import type { ChangesOnView } from "./useChanges";
import type { ReadinessOnView } from "./useReadiness";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
});

interface Props {
  readonly checked: Checked;
  readonly isBusy: boolean;
  readonly readiness: ReadinessOnView;
  readonly changes: ChangesOnView;
}

/** What to look at before publishing, the file, the report, and the sheets. */
export function PublishTab({ checked, isBusy, readiness, changes }: Props) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { saveAs } = usePaneHost();
  const [isSaving, setSaving] = useState(false);
  const mustFix = mustFixOf(checked.report.findings);
  const save = async () => {
    if (!saveAs || isSaving) return;
    setSaving(true);
    try {
      await saveAs();
    } finally {
      setSaving(false);
    }
  };
  return (
    <div className={styles.tab}>
      {mustFix > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{strings.publish.mustFix(mustFix)}</MessageBarBody>
        </MessageBar>
      )}
      <ReadinessSection checked={checked} view={readiness} />
      {saveAs && (
        <section className={section.section}>
          <h2 className={section.heading}>{strings.publish.save}</h2>
          <p className={section.note}>{strings.publish.saveNote}</p>
          <Button
            className={section.press}
            disabledFocusable={isSaving}
            onClick={() => void save()}
          >
            {strings.publish.save}
          </Button>
          {isSaving && (
            <div role="status">
              {strings.publish.saving}
              <ProgressBar aria-label={strings.publish.saving} />
            </div>
          )}
        </section>
      )}
      <DocumentSection isBusy={isBusy} />
      <ReportSection isBusy={isBusy} />
      <ChangesSection view={changes} isBusy={isBusy} />
      <SheetList checked={checked} />
    </div>
  );
}
