import { Link, makeStyles, tokens } from "@fluentui/react-components";
import {
  formatAddress,
  formatPosition,
  type CellAddress,
} from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";

const SHOWN = 2;

const useStyles = makeStyles({
  links: {
    display: "inline-flex",
    flexWrap: "wrap",
    gap: `0 ${tokens.spacingHorizontalS}`,
    minWidth: 0,
  },
  link: { fontSize: tokens.fontSizeBase200, textAlign: "left", overflowWrap: "anywhere" },
});

interface Props {
  readonly cells: readonly CellAddress[];
  /** Few unless said otherwise. */
  readonly shown?: number;
  /** The sheet that need not be named. */
  readonly within?: string | undefined;
}

export function CellLinks({ cells, shown = SHOWN, within }: Props) {
  const styles = useStyles();
  const { session } = usePaneHost();
  if (cells.length === 0) return null;
  const near = within === undefined ? cells : cells.filter(({ sheet }) => sheet === within);
  const linked = near.slice(0, shown);
  return (
    <span className={styles.links}>
      {linked.map((cell) => {
        const place = formatAddress(cell);
        return (
          <Link
            key={place}
            as="button"
            className={styles.link}
            aria-label={strings.goToCell(place)}
            onClick={() => void session.navigate(cell)}
          >
            {cell.sheet === within ? formatPosition(cell) : place}
          </Link>
        );
      })}
      {cells.length > linked.length && <span>{strings.check.moreCells(cells.length)}</span>}
    </span>
  );
}
