import { useMemo } from "react";
import type { FigureIntake } from "../../../application/takeFigures";
import { formatAddress, formatPosition } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";
import { useListStyles } from "./listStyles";

/** Each figure of a table with the cell it comes from and the one it goes to. */
export function FigureMoveList({ taken, table }: { taken: FigureIntake; table: string }) {
  const list = useListStyles();
  const { session } = usePaneHost();
  const moves = useMemo(() => session.figureMoves(taken, table), [session, taken, table]);
  return (
    <ul className={list.lines}>
      {moves.map(({ from, value, to }) => (
        <li key={formatAddress(from)}>
          {strings.intake.move(formatPosition(from), value, formatAddress(to))}
        </li>
      ))}
    </ul>
  );
}
