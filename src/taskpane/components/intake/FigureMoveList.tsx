import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { FigureIntake } from "../../../application/takeFigures";
import { formatAddress, formatPosition } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
});

/** Each figure of a table with the cell it comes from and the one it goes to. */
export function FigureMoveList({ taken, table }: { taken: FigureIntake; table: string }) {
  const styles = useStyles();
  const { session } = usePaneHost();
  const moves = useMemo(() => session.figureMoves(taken, table), [session, taken, table]);
  return (
    <ul className={styles.list}>
      {moves.map(({ from, value, to }) => (
        <li key={formatAddress(from)}>
          {strings.intake.move(formatPosition(from), value, formatAddress(to))}
        </li>
      ))}
    </ul>
  );
}
