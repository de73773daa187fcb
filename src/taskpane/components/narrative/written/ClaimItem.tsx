import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { TextClaim } from "../../../../domain/narrative/prose/claim";
import { strings } from "../../../strings";
import { claimContext } from "./claimContext";

const useStyles = makeStyles({
  item: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  quote: { margin: 0, lineHeight: tokens.lineHeightBase400 },
  around: { color: tokens.colorNeutralForeground2 },
  mark: {
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    boxDecorationBreak: "clone",
  },
  said: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  place: { marginRight: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly claim: TextClaim;
  readonly text: string;
  readonly color: string;
}

export function ClaimItem({ claim, text, color }: Props) {
  const styles = useStyles();
  const { before, quote, after, paragraph } = useMemo(
    () => claimContext(text, claim),
    [text, claim],
  );
  return (
    <div className={styles.item} style={{ borderLeftColor: color }}>
      <p className={styles.quote}>
        <span className={styles.around}>{before}</span>
        <mark className={styles.mark}>{quote}</mark>
        <span className={styles.around}>{after}</span>
      </p>
      <p className={styles.said}>
        <span className={styles.place}>{strings.narrative.written.paragraph(paragraph)}</span>
        {claim.explanation}
      </p>
    </div>
  );
}
