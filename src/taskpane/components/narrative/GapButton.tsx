import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { formatAddress, type CellAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";

const useStyles = makeStyles({
  gap: {
    display: "inline",
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    border: `1px solid ${tokens.colorPaletteMarigoldBorder2}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorPaletteYellowBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    textIndent: 0,
  },
  link: {
    cursor: "pointer",
    textDecorationLine: "underline",
    textUnderlineOffset: "3px",
    ":hover": { backgroundColor: tokens.colorPaletteYellowBackground2 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Props {
  readonly label: string;
  /** Where it is filled in; unknown where the workbook lacks the table. */
  readonly cell: CellAddress | undefined;
}

export function GapButton({ label, cell }: Props) {
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
  return (
    <button
      type="button"
      className={mergeClasses(styles.gap, styles.link)}
      title={formatAddress(cell)}
      aria-label={strings.goTo(formatAddress(cell), words)}
      onClick={() => void session.navigate(cell)}
    >
      {words}
    </button>
  );
}
