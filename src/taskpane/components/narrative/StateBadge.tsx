import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ParagraphState } from "../../../domain/narrative/standing/standingParagraph";
import { strings } from "../../strings";

const useStyles = makeStyles({
  badge: {
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
  gap: {
    border: `1px solid ${tokens.colorPaletteMarigoldBorder2}`,
    backgroundColor: tokens.colorPaletteYellowBackground1,
  },
  wrong: {
    border: `1px solid ${tokens.colorStatusDangerForeground1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
  },
});

interface Props {
  readonly state: ParagraphState;
  /** With `gap`: a reason is among what is missing. */
  readonly isReason?: boolean;
  /** How many, where it stands for several. */
  readonly count?: number;
}

export function StateBadge({ state, isReason = false, count }: Props) {
  const styles = useStyles();
  const { states, missingReason } = strings.narrative;
  const name = isReason ? missingReason : states[state];
  const own = state === "gap" ? styles.gap : state === "wrong" ? styles.wrong : undefined;
  return (
    <span className={mergeClasses(styles.badge, own)}>
      {count === undefined ? name : `${name} ${String(count)}`}
    </span>
  );
}
