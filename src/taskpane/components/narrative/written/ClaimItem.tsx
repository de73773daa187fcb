import { useMemo } from "react";
import type { TextClaim } from "../../../../domain/narrative/prose/claim";
import { claimContext } from "../claimContext";
import { QuotedText, useMarkStyles } from "../QuotedText";

interface Props {
  readonly claim: TextClaim;
  readonly text: string;
  readonly color: string;
}

export function ClaimItem({ claim, text, color }: Props) {
  const { mark } = useMarkStyles();
  const around = useMemo(() => claimContext(text, claim), [text, claim]);
  return (
    <QuotedText around={around} color={color} quote={<mark className={mark}>{around.quote}</mark>}>
      <span>{claim.explanation}</span>
    </QuotedText>
  );
}
