import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Checked } from "../../../application/draftingState";
import { scopeOf } from "../../../domain/checking/checkDisclosure";
import { strings } from "../../strings";
import { CheckOverview } from "./CheckOverview";
import { FindingList } from "./FindingList";
import { checkedOf, groupFindings, mustFixOf } from "./groupFindings";
import { ScopeProvider } from "./scopeContext";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function CheckTab({ checked }: { checked: Checked }) {
  const styles = useStyles();
  const { report, disclosure, template } = checked;
  const groups = useMemo(() => groupFindings(report.findings, disclosure), [report, disclosure]);
  const scope = useMemo(() => scopeOf(disclosure, template), [disclosure, template]);
  const explain = groups.find(({ urgency }) => urgency === "explain")?.count ?? 0;
  return (
    <div className={styles.tab}>
      <CheckOverview
        summary={report.summary}
        mustFix={mustFixOf(report.findings)}
        explain={explain}
      />
      {groups.length === 0 && checkedOf(report.summary) > 0 && (
        <p className={styles.none}>{strings.check.noFindings}</p>
      )}
      <ScopeProvider value={scope}>
        {groups.length > 0 && <FindingList groups={groups} />}
      </ScopeProvider>
    </div>
  );
}
