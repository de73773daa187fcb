import { makeStyles, tokens } from "@fluentui/react-components";
import { kindWords } from "../../../application/changeWords";
import { BLANK, textOf, type Change } from "../../../domain/comparison/change";
import { formatAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { CellLinks } from "../check/CellLinks";
import { MarkedWords } from "../MarkedWords";

const useStyles = makeStyles({
  item: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  place: { color: tokens.colorNeutralForeground2 },
  kind: { marginRight: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  values: { display: "flex", flexWrap: "wrap", gap: `0 ${tokens.spacingHorizontalM}` },
  figures: {
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  gap: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  text: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase400 },
});

export function ChangeItem({ change }: { change: Change }) {
  const styles = useStyles();
  const { row, column, difference, oldCell, newCell } = change;
  const words = strings.publish.changes;
  const place = [row, column].filter((part) => part !== "").join("　");
  const kind = kindWords(change);
  return (
    <div className={styles.item}>
      <div className={styles.place}>
        {kind !== "" && <span className={styles.kind}>{kind}</span>}
        {place}
      </div>
      <Values change={change} />
      <div className={styles.values}>
        {difference && (
          <span className={styles.gap}>
            {words.gap(`${difference.amount.isNegative() ? "" : "+"}${textOf(difference)}`)}
          </span>
        )}
        {newCell ? (
          <CellLinks cells={[newCell]} />
        ) : (
          oldCell && <span className={styles.place}>{words.formerly(formatAddress(oldCell))}</span>
        )}
      </div>
    </div>
  );
}

function Values({ change }: { change: Change }) {
  const styles = useStyles();
  const { kind, before, after } = change;
  if (before === undefined && after === undefined) return null;
  if (kind === "rowAdded" || kind === "rowRemoved") {
    return <div className={styles.figures}>{textOf(after ?? before ?? "")}</div>;
  }
  const [was, is] = [textOf(before ?? ""), textOf(after ?? "")];
  if (kind === "text" && was !== BLANK && is !== BLANK) {
    return (
      <div className={styles.text}>
        <MarkedWords before={was} after={is} />
      </div>
    );
  }
  return <div className={styles.figures}>{strings.check.beforeAfter(was, is)}</div>;
}
