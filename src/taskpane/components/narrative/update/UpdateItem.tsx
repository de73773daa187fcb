import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { leftOverWords, replacementWords } from "../../../../application/updateWords";
import type { LeftOver, Replacement } from "../../../../domain/narrative/update/textUpdate";
import { strings } from "../../../strings";
import { URGENCY_COLORS } from "../../check/urgencyColors";
import { CellLinks } from "../../check/CellLinks";
import { claimContext } from "../written/claimContext";

const useStyles = makeStyles({
  item: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  quote: { margin: 0, lineHeight: tokens.lineHeightBase400 },
  around: { color: tokens.colorNeutralForeground2 },
  old: { color: tokens.colorNeutralForeground2, textDecorationLine: "line-through" },
  mark: {
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    boxDecorationBreak: "clone",
  },
  said: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    gap: `0 ${tokens.spacingHorizontalS}`,
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  place: { color: tokens.colorNeutralForeground2 },
});

interface ReplacementProps {
  readonly replacement: Replacement;
  readonly text: string;
  readonly isRevoked: boolean;
  readonly onToggle: () => void;
}

/** Old and new in their sentence, with the press that keeps the old. */
export function ReplacementItem({ replacement, text, isRevoked, onToggle }: ReplacementProps) {
  const styles = useStyles();
  const { from, to, kind, cells, why } = replacement;
  const around = useMemo(() => claimContext(text, replacement), [text, replacement]);
  const words = strings.narrative.update;
  const press = isRevoked ? words.restore : words.revoke;
  return (
    <div className={styles.item}>
      <p className={styles.quote}>
        <span className={styles.around}>{around.before}</span>
        {isRevoked ? (
          from
        ) : (
          <>
            <del className={styles.old}>{from}</del> <ins className={styles.mark}>{to}</ins>
          </>
        )}
        <span className={styles.around}>{around.after}</span>
      </p>
      <div className={styles.said}>
        <span className={styles.place}>
          {strings.narrative.written.paragraph(around.paragraph)} {replacementWords[kind]}
        </span>
        <span>{why}</span>
        <CellLinks cells={cells} />
        <Button
          size="small"
          appearance="subtle"
          aria-label={words.pressOf(press, from, to)}
          onClick={onToggle}
        >
          {press}
        </Button>
      </div>
    </div>
  );
}

export function LeftOverItem({ leftOver, text }: { leftOver: LeftOver; text: string }) {
  const styles = useStyles();
  const { kind, why } = leftOver;
  const around = useMemo(() => claimContext(text, leftOver), [text, leftOver]);
  return (
    <div className={styles.item} style={{ borderLeftColor: URGENCY_COLORS.explain }}>
      <p className={styles.quote}>
        <span className={styles.around}>{around.before}</span>
        <mark className={styles.mark}>{around.quote}</mark>
        <span className={styles.around}>{around.after}</span>
      </p>
      <div className={styles.said}>
        <span className={styles.place}>
          {strings.narrative.written.paragraph(around.paragraph)} {leftOverWords[kind]}
        </span>
        <span>{why}</span>
      </div>
    </div>
  );
}
