import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Summary } from "../../../domain/checking/finding";
import { strings } from "../../strings";
import { checkedOf } from "./groupFindings";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "4px",
    borderRadius: tokens.borderRadiusMedium,
  },
  bad: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  open: { borderLeftColor: tokens.colorNeutralStroke1 },
  good: { borderLeftColor: tokens.colorStatusSuccessBorder2 },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontVariantNumeric: "tabular-nums",
  },
  badText: { color: tokens.colorStatusDangerForeground1 },
  goodText: { color: tokens.colorStatusSuccessForeground1 },
  of: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: "tabular-nums",
  },
  line: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  states: {
    display: "flex",
    flexWrap: "wrap",
    gap: `0 ${tokens.spacingHorizontalM}`,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  number: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly summary: Summary;
  readonly mustFix: number;
  /** In how many places they seem to come from. */
  readonly places: number;
  readonly explain: number;
  readonly explained: number;
}

/** 必须改 first; 数据不足 is said as what it is: not checked. */
export function CheckOverview({ summary, mustFix, places, explain, explained }: Props) {
  const styles = useStyles();
  const { undetermined, relationFault } = summary;
  const checked = checkedOf(summary);
  const tone =
    mustFix > 0 ? "bad" : undetermined + relationFault > 0 || checked === 0 ? "open" : "good";
  const lines = [
    verdictWords(mustFix, places, checked, undetermined),
    explain > 0 ? strings.check.explainLeft(explain) : "",
    explained > 0 ? strings.check.explained(explained) : "",
    undetermined > 0 ? strings.check.undetermined(undetermined) : "",
    relationFault > 0 ? strings.check.fault(relationFault) : "",
  ];
  const tint = { bad: styles.badText, open: "", good: styles.goodText }[tone];
  return (
    <section className={mergeClasses(styles.card, styles[tone])}>
      <h2 className={styles.head}>
        {strings.check.mustFix}
        <span className={mergeClasses(styles.count, tint)}>{mustFix}</span>
        <span className={styles.of}>{strings.check.ofChecked(checked)}</span>
      </h2>
      <p className={styles.line}>{lines.join("")}</p>
      <Coverage summary={summary} />
    </section>
  );
}

/** Nothing wrong is good news only where something was checked. */
function verdictWords(
  mustFix: number,
  places: number,
  checked: number,
  undetermined: number,
): string {
  if (mustFix > 0) return strings.check.first(mustFix, places);
  if (checked > 0) return strings.check.none;
  return undetermined > 0 ? "" : strings.check.nothingChecked;
}

function Coverage({ summary }: { summary: Summary }) {
  const styles = useStyles();
  const { states } = strings.check;
  const shown = (Object.keys(states) as (keyof typeof states)[]).filter(
    (state) => state !== "relationFault" || summary.relationFault > 0,
  );
  return (
    <ul className={styles.states} aria-label={strings.check.coverage}>
      {shown.map((state) => (
        <li key={state}>
          {states[state]} <span className={styles.number}>{summary[state]}</span>
        </li>
      ))}
    </ul>
  );
}
