import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { findingText, urgencyOf, URGENCY_WORDS } from "../../../application/findingWords";
import { findingSides } from "../../../domain/checking/findingSides";
import { strings } from "../../strings";
import { CopyButton } from "../CopyButton";
import { Icon } from "../icons";
import { FindingDetails } from "./FindingDetails";
import { FindingWords } from "./FindingWords";
import type { FindingEntry } from "./groupFindings";
import { ReasonLine } from "./ReasonLine";
import { useScope } from "./scopeContext";
import { SideLine } from "./SideLine";
import { SuspectLine } from "./SuspectLine";
import { URGENCY_COLORS } from "./urgencyColors";

const useStyles = makeStyles({
  finding: {
    marginBottom: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "3px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalXXS },
  sides: { flexGrow: 1, minWidth: 0 },
  presses: { display: "flex", flexDirection: "column", flexShrink: 0 },
  press: { height: tokens.lineHeightBase400 },
});

interface Props {
  readonly entry: FindingEntry;
  /** Under whose heading it stands. */
  readonly table: string | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** At most two lines: the two sides with their figures, or what is wrong. The rest on demand. */
export function FindingItem({ entry, table, isOpen, onToggle }: Props) {
  const styles = useStyles();
  const scope = useScope();
  const { finding, same, card } = entry;
  const { verdict, left, right } = finding;
  const codes = [...new Set((card?.findings ?? [finding]).map(({ code }) => code))].join("、");
  const urgency = urgencyOf(finding);
  const sides =
    verdict && scope && left !== undefined && right !== undefined
      ? findingSides(verdict, scope, table)
      : undefined;
  return (
    <article
      className={styles.finding}
      style={{ borderLeftColor: URGENCY_COLORS[urgency] }}
      aria-label={`${URGENCY_WORDS[urgency]} ${codes}`}
    >
      <div className={styles.row}>
        <div className={styles.sides}>
          {sides ? (
            <>
              <SideLine side={sides.left} figure={left} />
              <SideLine side={sides.right} figure={right} />
            </>
          ) : (
            <FindingWords finding={finding} places={same.length} isOpen={isOpen} />
          )}
        </div>
        <div className={styles.presses}>
          <CopyButton
            className={styles.press}
            text={() => (card?.findings ?? same).map(findingText).join("\n")}
            name={strings.copy}
            isBare
          />
          <Button
            className={styles.press}
            size="small"
            appearance="subtle"
            icon={<Icon name="chevron" turned={isOpen} />}
            aria-expanded={isOpen}
            aria-label={strings.check.details}
            title={strings.check.details}
            onClick={onToggle}
          />
        </div>
      </div>
      {finding.reason && <ReasonLine reason={finding.reason} />}
      {card && <SuspectLine card={card} shownFinding={finding} isOpen={isOpen} />}
      {isOpen && <FindingDetails finding={finding} same={same} sides={sides} />}
    </article>
  );
}
