import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Finding } from "../../../domain/checking/finding";

const useStyles = makeStyles({
  words: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  two: {
    display: "-webkit-box",
    // Deprecated in name only: no browser cuts a text after two lines in another way.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 2,
    overflow: "hidden",
  },
});

export function FindingWords({ finding, isOpen }: { finding: Finding; isOpen: boolean }) {
  const styles = useStyles();
  return (
    <p className={mergeClasses(styles.words, !isOpen && styles.two)} title={finding.explanation}>
      {finding.explanation}
    </p>
  );
}
