import { Button, MessageBar, MessageBarBody, ProgressBar } from "@fluentui/react-components";
import { useMemo } from "react";
import { isOutdated } from "../../../application/readinessWords";
import type { Checked } from "../../../application/draftingState";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";
import { ReadinessList } from "./ReadinessList";
import type { ReadinessOnView } from "./useReadiness";

interface Props {
  readonly checked: Checked;
  readonly view: ReadinessOnView;
}

export function ReadinessSection({ checked, view }: Props) {
  const section = useSectionStyles();
  const { readiness, isInspecting, inspect } = view;
  const { snapshot } = checked.disclosure;
  const outdated = useMemo(
    () => readiness !== undefined && isOutdated(readiness, snapshot),
    [readiness, snapshot],
  );
  const open = readiness?.lines.filter(({ state }) => state === "failed").length ?? 0;
  return (
    <section className={section.section}>
      <h2 className={section.heading}>{strings.publish.ready}</h2>
      <p className={section.note}>{strings.publish.readyNote}</p>
      <Button
        className={section.press}
        appearance="primary"
        disabledFocusable={isInspecting}
        onClick={inspect}
      >
        {readiness ? strings.publish.readyAgain : strings.publish.ready}
      </Button>
      <div role="status">
        {isInspecting && (
          <>
            {strings.publish.inspecting}
            <ProgressBar aria-label={strings.publish.inspecting} />
          </>
        )}
        {readiness && !isInspecting && (
          <MessageBar intent={open > 0 || outdated ? "warning" : "success"} layout="multiline">
            <MessageBarBody>
              {open > 0 ? strings.publish.readyOpen(open) : strings.publish.readyClear}
              {outdated && strings.publish.outdated}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {readiness && <ReadinessList lines={readiness.lines} />}
    </section>
  );
}
