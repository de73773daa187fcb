import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FigurePiece, GapPiece, TextPiece } from "../../../domain/expression/textPiece";
import { formatAddress, type CellAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";
import { SourceLine } from "./SourceLine";
import { TextLink } from "./TextLink";

const useStyles = makeStyles({
  paragraph: {
    margin: 0,
    paddingBottom: tokens.spacingVerticalXS,
    textIndent: "2em",
    lineHeight: "1.75",
    overflowWrap: "anywhere",
  },
  figure: { fontVariantNumeric: "tabular-nums" },
  gap: {
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    border: `1px solid ${tokens.colorPaletteMarigoldBorder2}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorPaletteYellowBackground1,
    color: tokens.colorNeutralForeground1,
    boxDecorationBreak: "clone",
  },
});

/** A paragraph as it is printed; its figures, reasons and gaps lead to their cells. */
export function ParagraphText({ pieces }: { pieces: readonly TextPiece[] }) {
  const styles = useStyles();
  const [opened, setOpened] = useState<number>();
  return (
    <p className={styles.paragraph}>
      {pieces.map((piece, index) => (
        <Piece
          key={index}
          piece={piece}
          isOpen={opened === index}
          onToggle={() => {
            setOpened(opened === index ? undefined : index);
          }}
        />
      ))}
      <Opened piece={opened === undefined ? undefined : pieces[opened]} />
    </p>
  );
}

function Opened({ piece }: { piece: TextPiece | undefined }) {
  return piece?.kind === "figure" && cellsOf(piece).length > 1 ? <SourceLine {...piece} /> : null;
}

interface PieceProps {
  readonly piece: TextPiece;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Piece({ piece, isOpen, onToggle }: PieceProps) {
  const { session } = usePaneHost();
  switch (piece.kind) {
    case "gap":
      return <Gap {...piece} />;
    case "words":
      return piece.cell ? <CellLink text={piece.text} cell={piece.cell} /> : piece.text;
    case "figure": {
      const { text } = piece;
      const [first, ...others] = cellsOf(piece);
      if (!first) return text;
      if (others.length === 0) return <CellLink text={text} cell={first} isFigure />;
      return (
        <CellLink
          text={text}
          cell={first}
          isFigure
          isOpen={isOpen}
          onPress={() => {
            onToggle();
            if (!isOpen) void session.navigate(first);
          }}
        />
      );
    }
  }
}

interface LinkProps {
  readonly text: string;
  readonly cell: CellAddress;
  readonly isFigure?: boolean;
  readonly isOpen?: boolean;
  /** In place of going there. */
  readonly onPress?: () => void;
}

function CellLink({ text, cell, isFigure = false, isOpen, onPress }: LinkProps) {
  const styles = useStyles();
  const { session } = usePaneHost();
  const place = formatAddress(cell);
  return (
    <TextLink
      name={strings.goTo(place, text)}
      hint={place}
      className={isFigure ? styles.figure : undefined}
      isOpen={isOpen}
      onPress={onPress ?? (() => void session.navigate(cell))}
    >
      {text}
    </TextLink>
  );
}

/** What is missing; a link where the workbook has a place to fill it in. */
function Gap({ label, cell }: GapPiece) {
  const styles = useStyles();
  const { session } = usePaneHost();
  const words = strings.narrative.gap(label);
  if (!cell) {
    return (
      <span className={styles.gap} title={strings.narrative.noCell}>
        {words}
      </span>
    );
  }
  const place = formatAddress(cell);
  return (
    <TextLink
      name={strings.goTo(place, words)}
      hint={place}
      className={styles.gap}
      onPress={() => void session.navigate(cell)}
    >
      {words}
    </TextLink>
  );
}

/** Each once: a growth has last year's among both. */
function cellsOf({ cells, base = [] }: FigurePiece): readonly CellAddress[] {
  return [...new Map([...cells, ...base].map((cell) => [formatAddress(cell), cell])).values()];
}
