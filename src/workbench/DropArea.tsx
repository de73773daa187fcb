import { makeStyles, tokens } from "@fluentui/react-components";
import { useState, type DragEvent, type ReactNode } from "react";
import { chosenFile } from "./chosenFile";
import type { ChosenFile } from "./desk";
import { strings } from "./strings";

const useStyles = makeStyles({
  area: { position: "relative", height: "100%" },
  hint: {
    position: "absolute",
    inset: 0,
    zIndex: 1000,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackgroundAlpha,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase500,
    pointerEvents: "none",
  },
});

interface Props {
  readonly onFile: (file: ChosenFile) => Promise<void>;
  readonly children: ReactNode;
}

/** A file let go anywhere on the page is opened. */
export function DropArea({ onFile, children }: Props) {
  const styles = useStyles();
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void onFile(chosenFile(file));
  };
  return (
    <div
      className={styles.area}
      onDragOverCapture={over}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDropCapture={drop}
    >
      {children}
      {isOver && <div className={styles.hint}>{strings.drop}</div>}
    </div>
  );
}
