import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Checked } from "../../../application/draftingState";
import { scopeOf } from "../../../domain/checking/checkDisclosure";
import { strings } from "../../strings";
import type { CellOnView } from "../useCell";
import { CellSection } from "./CellSection";
import { CheckOverview } from "./CheckOverview";
import { Demonstration } from "./Demonstration";
import { FindingList } from "./FindingList";
import { checkedOf, groupFindings, mustFixOf } from "./groupFindings";
import { ScopeProvider } from "./scopeContext";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  press: { alignSelf: "flex-start" },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly checked: Checked;
  readonly cell: CellOnView;
}

export function CheckTab({ checked, cell: { cell, show, hide } }: Props) {
  const styles = useStyles();
  const { report, disclosure, template, cards } = checked;
  const groups = useMemo(
    () => groupFindings(report.findings, disclosure, cards),
    [report, disclosure, cards],
  );
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
      {show && (
        <Button className={styles.press} size="small" onClick={show}>
          {strings.check.thisCell}
        </Button>
      )}
      <ScopeProvider value={scope}>
        {cell && <CellSection cell={cell} checked={checked} onClose={hide} />}
        {groups.length > 0 && <FindingList groups={groups} />}
      </ScopeProvider>
      {checkedOf(report.summary) > 0 && <Demonstration checked={checked} />}
    </div>
  );
}
