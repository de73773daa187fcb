import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { strings } from "../../strings";
import type { ClaimContext } from "./claimContext";

const useStyles = makeStyles({
  item: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  quote: { margin: 0, lineHeight: tokens.lineHeightBase400 },
  around: { color: tokens.colorNeutralForeground2 },
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

/** Words that are marked in what somebody wrote. */
export const useMarkStyles = makeStyles({
  mark: {
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    boxDecorationBreak: "clone",
  },
});

interface Props {
  readonly around: ClaimContext;
  readonly color?: string;
  /** What it is, after where it is. */
  readonly kind?: string;
  /** The quote itself. */
  readonly quote: ReactNode;
  /** What is said of it. */
  readonly children: ReactNode;
}

/** A place of a text in its sentence, and what is said of it. */
export function QuotedText({ around, color, kind, quote, children }: Props) {
  const styles = useStyles();
  const place = strings.narrative.written.paragraph(around.paragraph);
  return (
    <div className={styles.item} style={color === undefined ? {} : { borderLeftColor: color }}>
      <p className={styles.quote}>
        <span className={styles.around}>{around.before}</span>
        {quote}
        <span className={styles.around}>{around.after}</span>
      </p>
      <div className={styles.said}>
        <span className={styles.place}>{kind === undefined ? place : `${place} ${kind}`}</span>
        {children}
      </div>
    </div>
  );
}
