import { makeStyles, Select, tokens } from "@fluentui/react-components";
import { titled } from "../../../domain/checking/checks/formWords";
import type { IntakeTable } from "../../../domain/intake/intake";
import type { TableUnit, UnitAnswer } from "../../../domain/intake/tableUnit";
import { formatRange } from "../../../domain/workbook/cellAddress";
import type { FigureIntake } from "../../../application/takeFigures";
import { Fold } from "../Fold";
import { useListStyles } from "./listStyles";
import { FigureMoveList } from "./FigureMoveList";
import { strings } from "../../strings";

const useStyles = makeStyles({
  question: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorStatusWarningForeground3,
  },
});

interface Props {
  readonly found: IntakeTable;
  /** Left out where figures go to a sheet of their own: the previous year's. */
  readonly taken?: FigureIntake;
  readonly showsFile: boolean;
  readonly onAnswer: (table: string, answer: UnitAnswer) => void;
}

export function IntakeTableRow({ found, taken, showsFile, onAnswer }: Props) {
  const styles = useStyles();
  const list = useListStyles();
  const { table, source, range, unit, figures } = found;
  const words = strings.intake;
  const title = titled(table);
  const place = `${showsFile ? `${source.file} ` : ""}${source.sheet}!${formatRange(range)}`;
  return (
    <li className={list.row}>
      <div className={list.first}>
        <span className={list.label}>{title}</span>
        <span className={list.value}>{words.figures(figures)}</span>
      </div>
      <div className={list.place}>
        {place} {unit.unit !== undefined && words.unitBy[unit.by](unit.unit)}
      </div>
      {unit.unit === undefined && (
        <div className={styles.question}>
          <span>{questionOf(unit)}</span>
          <Select
            size="small"
            aria-label={words.unitOf(title)}
            value=""
            onChange={(_, { value }) => {
              if (isAnswer(value)) onAnswer(table.key, value);
            }}
          >
            <option value="">{words.pleaseChoose}</option>
            {unit.why !== "otherUnit" && (
              <>
                <option value="元">元</option>
                <option value="万元">万元</option>
              </>
            )}
            <option value="leaveOut">{words.leaveOut}</option>
          </Select>
        </div>
      )}
      {taken?.figures && figures > 0 && (
        <Fold title={words.moves}>
          <FigureMoveList taken={taken} table={table.key} />
        </Fold>
      )}
    </li>
  );
}

function questionOf(unit: TableUnit & { readonly unit?: undefined }): string {
  const { heading = "" } = unit;
  return strings.intake.questions[unit.why](heading);
}

function isAnswer(value: string): value is UnitAnswer {
  return value === "元" || value === "万元" || value === "leaveOut";
}
