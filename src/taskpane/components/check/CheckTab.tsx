import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Checked } from "../../../application/draftingState";
import { mustFixPlaces, urgencyOf, type Urgency } from "../../../application/findingWords";
import { scopeOf } from "../../../domain/checking/checkDisclosure";
import type { Explanation } from "../../../domain/checking/explanations/explanation";
import { strings } from "../../strings";
import type { CellOnView } from "../useCell";
import { CellSection } from "./CellSection";
import { CheckOverview } from "./CheckOverview";
import { Demonstration } from "./Demonstration";
import { chosenFindings, EVERYTHING, tablesFound } from "./chosenFindings";
import { FindingFilter } from "./FindingFilter";
import { FindingList } from "./FindingList";
import { checkedOf, groupFindings, mustFixOf } from "./groupFindings";
import { ReasonsProvider } from "./reasonsContext";
import { ScopeProvider } from "./scopeContext";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  press: { alignSelf: "flex-start" },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Fewer are seen at a glance. */
const FILTERED = 6;

interface Props {
  readonly checked: Checked;
  readonly cell: CellOnView;
  /** 审核说明 of last year's files, where they were chosen. */
  readonly lastYearReasons?: readonly Explanation[] | undefined;
}

const NONE: readonly Explanation[] = [];

export function CheckTab({ checked, cell: { cell, show, hide }, lastYearReasons = NONE }: Props) {
  const styles = useStyles();
  const { report, disclosure, template, cards } = checked;
  const [choice, setChoice] = useState(EVERYTHING);
  const tables = useMemo(() => tablesFound(report.findings, disclosure), [report, disclosure]);
  const groups = useMemo(() => {
    const chosen = chosenFindings(report.findings, choice, disclosure);
    const kept = cards.filter(({ findings }) => findings.some((each) => chosen.includes(each)));
    return groupFindings(chosen, disclosure, kept);
  }, [report, disclosure, cards, choice]);
  const scope = useMemo(() => scopeOf(disclosure, template), [disclosure, template]);
  const reasons = useMemo(
    () => ({ checked, lastYear: lastYearReasons }),
    [checked, lastYearReasons],
  );
  const countOf = (wanted: Urgency) =>
    report.findings.filter((each) => urgencyOf(each) === wanted).length;
  return (
    <div className={styles.tab}>
      {checked.adoption === "outdated" && <p className={styles.none}>{strings.check.outdated}</p>}
      <CheckOverview
        summary={report.summary}
        mustFix={mustFixOf(report.findings)}
        places={mustFixPlaces(report.findings, cards)}
        explain={countOf("explain")}
        explained={countOf("explained")}
      />
      {report.findings.length === 0 && checkedOf(report.summary) > 0 && (
        <p className={styles.none}>{strings.check.noFindings}</p>
      )}
      {show && (
        <Button className={styles.press} size="small" onClick={show}>
          {strings.check.thisCell}
        </Button>
      )}
      <ScopeProvider value={scope}>
        <ReasonsProvider value={reasons}>
          {cell && <CellSection cell={cell} checked={checked} onClose={hide} />}
          {report.findings.length >= FILTERED && (
            <FindingFilter choice={choice} tables={tables} onChoose={setChoice} />
          )}
          {groups.length > 0 && <FindingList groups={groups} />}
          {groups.length === 0 && report.findings.length > 0 && (
            <p className={styles.none}>{strings.check.filter.none}</p>
          )}
        </ReasonsProvider>
      </ScopeProvider>
      {checkedOf(report.summary) > 0 && <Demonstration />}
    </div>
  );
}
