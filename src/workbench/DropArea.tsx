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
    pointerEvents: "none",
  },
  words: {
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase500,
    boxShadow: tokens.shadow16,
  },
});

interface Props {
  readonly onFile: (file: ChosenFile) => Promise<void>;
  readonly children: ReactNode;
}

/** A file let go anywhere on the page is opened. */
export function DropArea({ onFile, children }: Props) {
  const styles = useStyles();
  const [hint, setHint] = useState<string>();
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setHint(event.dataTransfer.items.length > 1 ? strings.onlyOne : strings.drop);
  };
  const drop = (event: DragEvent) => {
    setHint(undefined);
    const [file, another] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    if (!another) void onFile(chosenFile(file));
  };
  return (
    <div
      className={styles.area}
      onDragOverCapture={over}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setHint(undefined);
      }}
      onDropCapture={drop}
    >
      {children}
      {hint !== undefined && (
        <div className={styles.hint}>
          <div className={styles.words}>{hint}</div>
        </div>
      )}
    </div>
  );
}
