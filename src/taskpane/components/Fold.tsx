import { makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";

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

/** A long list, for those who want to see it; made when they do. */
export function Fold({ title, children }: Props) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.fold}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary className={styles.title}>{title}</summary>
      {isOpen && children}
    </details>
  );
}
