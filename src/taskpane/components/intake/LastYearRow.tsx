import { Checkbox } from "@fluentui/react-components";
import type { LastYearProposal } from "../../../domain/intake/lastYear";
import { formatPosition } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { cellText } from "../../../application/findingWords";
import { useListStyles } from "./listStyles";

interface Props {
  readonly proposal: LastYearProposal;
  readonly isReplaced: boolean;
  readonly onReplace: (replaces: boolean) => void;
}

/** One row of 补充资料: the figure, where it is from, and what stands there. */
export function LastYearRow({ proposal, isReplaced, onReplace }: Props) {
  const styles = useListStyles();
  const { label, value, from, why, state, standing } = proposal;
  const words = strings.lastYear;
  const places = from.map(
    ({ file, sheet, cell, unit }) =>
      `${file} ${sheet}!${formatPosition(cell)}${unit === "元" ? words.converted : ""}`,
  );
  return (
    <li className={styles.row}>
      <div className={styles.first}>
        <span className={styles.label}>{label}</span>
        <span className={styles.value}>{value?.toFixed(2)}</span>
      </div>
      {state === "nowhere" ? (
        <div className={styles.place}>{why}</div>
      ) : (
        <div className={styles.place}>
          {places.join("、")} {words.standing[state](cellText(standing))}
        </div>
      )}
      {state === "typed" && (
        <Checkbox
          label={words.replace}
          aria-label={words.replaceNamed(label)}
          checked={isReplaced}
          onChange={(_, { checked }) => {
            onReplace(checked === true);
          }}
        />
      )}
    </li>
  );
}
