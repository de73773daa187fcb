import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Checked } from "../../../application/draftingState";
import { scopeOf } from "../../../domain/checking/checkDisclosure";
import { CheckOverview } from "./CheckOverview";
import { FindingList } from "./FindingList";
import { groupFindings, mustFixOf } from "./groupFindings";
import { ScopeProvider } from "./scopeContext";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

export function CheckTab({ checked }: { checked: Checked }) {
  const { report, disclosure, template } = checked;
  const groups = useMemo(() => groupFindings(report.findings, disclosure), [report, disclosure]);
  const scope = useMemo(() => scopeOf(disclosure, template), [disclosure, template]);
  const explain = groups.find(({ urgency }) => urgency === "explain")?.count ?? 0;
  return (
    <div className={useStyles().tab}>
      <CheckOverview
        summary={report.summary}
        mustFix={mustFixOf(report.findings)}
        explain={explain}
      />
      <ScopeProvider value={scope}>
        <FindingList groups={groups} />
      </ScopeProvider>
    </div>
  );
}
