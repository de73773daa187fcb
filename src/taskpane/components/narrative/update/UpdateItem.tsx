import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { leftOverWords, replacementWords } from "../../../../application/updateWords";
import type { LeftOver, Replacement } from "../../../../domain/narrative/update/textUpdate";
import { strings } from "../../../strings";
import { CellLinks } from "../../check/CellLinks";
import { URGENCY_COLORS } from "../../check/urgencyColors";
import { claimContext } from "../claimContext";
import { QuotedText, useMarkStyles } from "../QuotedText";

const useStyles = makeStyles({
  old: { color: tokens.colorNeutralForeground2, textDecorationLine: "line-through" },
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
  const { mark } = useMarkStyles();
  const { from, to, kind, cells, why } = replacement;
  const around = useMemo(() => claimContext(text, replacement), [text, replacement]);
  const words = strings.narrative.update;
  const press = isRevoked ? words.restore : words.revoke;
  const change = (
    <>
      <del className={styles.old}>{from}</del> <ins className={mark}>{to}</ins>
    </>
  );
  return (
    <QuotedText around={around} kind={replacementWords[kind]} quote={isRevoked ? from : change}>
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
    </QuotedText>
  );
}

export function LeftOverItem({ leftOver, text }: { leftOver: LeftOver; text: string }) {
  const { mark } = useMarkStyles();
  const { kind, why } = leftOver;
  const around = useMemo(() => claimContext(text, leftOver), [text, leftOver]);
  return (
    <QuotedText
      around={around}
      color={URGENCY_COLORS.explain}
      kind={leftOverWords[kind]}
      quote={<mark className={mark}>{around.quote}</mark>}
    >
      <span>{why}</span>
    </QuotedText>
  );
}
