import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { findingText, urgencyOf, URGENCY_WORDS } from "../../../application/findingWords";
import { findingSides } from "../../../domain/checking/findingSides";
import type { Finding } from "../../../domain/checking/finding";
import { strings } from "../../strings";
import { CopyButton } from "../CopyButton";
import { Icon } from "../icons";
import { CellLinks } from "./CellLinks";
import { FindingDetails } from "./FindingDetails";
import { FindingWords } from "./FindingWords";
import type { FindingEntry } from "./groupFindings";
import { useScope } from "./scopeContext";
import { SideLine } from "./SideLine";
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
  foot: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `0 ${tokens.spacingHorizontalS}`,
    paddingLeft: tokens.spacingHorizontalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  gap: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  code: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase100 },
  presses: { display: "flex", marginLeft: "auto" },
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
  const { finding, same } = entry;
  const { code, verdict, left, right } = finding;
  const urgency = urgencyOf(finding);
  const sides =
    verdict && scope && left !== undefined && right !== undefined
      ? findingSides(verdict, scope, table)
      : undefined;
  return (
    <article
      className={styles.finding}
      style={{ borderLeftColor: URGENCY_COLORS[urgency] }}
      aria-label={`${URGENCY_WORDS[urgency]} ${code}`}
    >
      {sides ? (
        <>
          <SideLine side={sides.left} figure={left} />
          <SideLine side={sides.right} figure={right} />
        </>
      ) : (
        <FindingWords finding={finding} isOpen={isOpen} />
      )}
      <div className={styles.foot}>
        {sides ? (
          <span className={styles.gap}>{gapWords(finding)}</span>
        ) : (
          same.length === 1 && (
            <CellLinks
              cells={finding.cells}
              within={table === undefined ? undefined : finding.cells[0]?.sheet}
            />
          )
        )}
        {same.length > 1 && <span>{strings.check.places(same.length)}</span>}
        {same.length === 1 && <span className={styles.code}>{code}</span>}
        <span className={styles.presses}>
          <CopyButton text={() => same.map(findingText).join("\n")} name={strings.copy} />
          <Button
            size="small"
            appearance="subtle"
            icon={<Icon name="chevron" turned={isOpen} />}
            iconPosition="after"
            aria-expanded={isOpen}
            onClick={onToggle}
          >
            {strings.check.details}
          </Button>
        </span>
      </div>
      {isOpen && <FindingDetails finding={finding} same={same} sides={sides} />}
    </article>
  );
}

function gapWords({ difference, verdict, state }: Finding): string {
  if (difference === undefined) return "";
  const gap = difference.startsWith("-")
    ? strings.check.less(difference.slice(1))
    : strings.check.more(difference);
  const doubt =
    state === "roundingTail"
      ? strings.check.tail
      : verdict?.doubt === undefined
        ? ""
        : strings.check[verdict.doubt];
  return doubt === "" ? gap : `${gap}（${doubt}）`;
}
