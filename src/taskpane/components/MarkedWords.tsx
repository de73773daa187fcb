import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { markDifferences } from "../../domain/comparison/markDifferences";

const useStyles = makeStyles({
  removed: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    textDecorationLine: "line-through",
  },
  added: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground1,
    textDecorationLine: "underline",
    textUnderlineOffset: "3px",
  },
});

interface Props {
  readonly before: string;
  readonly after: string;
}

/** Two texts in one: what went struck out, what came underlined, as in a revised document. */
export function MarkedWords({ before, after }: Props) {
  const styles = useStyles();
  const marks = useMemo(() => markDifferences(before, after), [before, after]);
  return marks.map(({ kind, text }, index) => {
    if (kind === "same") return text;
    return kind === "removed" ? (
      <del key={index} className={styles.removed}>
        {text}
      </del>
    ) : (
      <ins key={index} className={styles.added}>
        {text}
      </ins>
    );
  });
}
