import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  fold: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  title: {
    cursor: "pointer",
    color: tokens.colorNeutralForeground2,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** A long list, for those who want to see it. */
export function Fold({ title, children }: Props) {
  const styles = useStyles();
  return (
    <details className={styles.fold}>
      <summary className={styles.title}>{title}</summary>
      {children}
    </details>
  );
}
