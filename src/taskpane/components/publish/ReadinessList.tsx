import { makeStyles, tokens } from "@fluentui/react-components";
import { READINESS_WORDS } from "../../../application/readinessWords";
import {
  TOPICS,
  type ReadinessLine,
  type ReadinessState,
} from "../../../domain/publication/readinessLine";
import { strings } from "../../strings";
import { CellLinks } from "../check/CellLinks";
import { URGENCY_COLORS } from "../check/urgencyColors";
import { Fold } from "../Fold";

const useStyles = makeStyles({
  state: {
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  lines: { margin: 0, padding: 0, listStyleType: "none" },
  line: {
    marginBottom: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  topic: { fontWeight: tokens.fontWeightSemibold },
  cells: { display: "block" },
});

const COLORS: Readonly<Record<ReadinessState, string>> = {
  failed: URGENCY_COLORS["must-hold"],
  confirm: URGENCY_COLORS.explain,
  unchecked: URGENCY_COLORS.undetermined,
  passed: tokens.colorStatusSuccessForeground1,
};

/** What is to be done first; what is in order, for those who want to see it. */
export function ReadinessList({ lines }: { lines: readonly ReadinessLine[] }) {
  const styles = useStyles();
  const states = Object.keys(READINESS_WORDS) as ReadinessState[];
  return states.map((state) => {
    const own = lines.filter((each) => each.state === state);
    if (own.length === 0) return null;
    const title = strings.publish.readyState(READINESS_WORDS[state], own.length);
    if (state === "passed") {
      return (
        <Fold key={state} title={title}>
          <Lines lines={own} color={COLORS[state]} />
        </Fold>
      );
    }
    return (
      <div key={state}>
        <h3 className={styles.state} style={{ color: COLORS[state] }}>
          {title}
        </h3>
        <Lines lines={own} color={COLORS[state]} />
      </div>
    );
  });
}

function Lines({ lines, color }: { lines: readonly ReadinessLine[]; color: string }) {
  const styles = useStyles();
  return (
    <ul className={styles.lines}>
      {lines.map(({ topic, what, cells }) => (
        <li key={`${topic} ${what}`} className={styles.line} style={{ borderLeftColor: color }}>
          <span className={styles.topic}>{strings.publish.topic(TOPICS[topic])}</span>
          {what}
          <span className={styles.cells}>
            <CellLinks cells={cells} />
          </span>
        </li>
      ))}
    </ul>
  );
}
