import { makeStyles, tokens } from "@fluentui/react-components";
import type { KeyboardEvent, PointerEvent } from "react";
import { strings } from "./strings";

const NARROWEST = 320;
const WIDEST = 600;
const STEP = 20;
/** As wide as a task pane opens in Excel. */
export const DEFAULT_WIDTH = 350;

const useStyles = makeStyles({
  splitter: {
    width: "7px",
    height: "100%",
    boxSizing: "border-box",
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    cursor: "col-resize",
    touchAction: "none",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
});

interface Props {
  readonly width: number;
  readonly onResize: (width: number) => void;
}

/** Dragged with the mouse, or moved with the arrow keys. */
export function Splitter({ width, onResize }: Props) {
  const resize = (wanted: number) => {
    onResize(Math.round(Math.min(WIDEST, Math.max(NARROWEST, wanted))));
  };
  const drag = ({ buttons, clientX }: PointerEvent) => {
    if (buttons === 1) resize(window.innerWidth - clientX);
  };
  const move = (event: KeyboardEvent) => {
    const wanted = {
      ArrowLeft: width + STEP,
      ArrowRight: width - STEP,
      Home: WIDEST,
      End: NARROWEST,
    }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  };
  return (
    <div
      className={useStyles().splitter}
      role="separator"
      aria-orientation="vertical"
      aria-label={strings.resize}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onKeyDown={move}
    />
  );
}
