import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { FigureIntake } from "../../../application/takeFigures";
import type { UnitAnswer } from "../../../domain/intake/moneyUnits";
import { titled } from "../../../domain/checking/checks/formWords";
import type { Table } from "../../../domain/template/template";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";
import { IntakeTableRow } from "./IntakeTableRow";
import { useListStyles } from "./listStyles";
import { Fold } from "../Fold";
import { RescalingReport } from "./RescalingReport";

interface Props {
  readonly files: readonly string[];
  readonly taken: FigureIntake;
  readonly onAnswer: (table: string, answer: UnitAnswer) => void;
}

/** Which table was found where, in which unit, what not, and what is left over. */
export function IntakeReport({ files, taken, onAnswer }: Props) {
  const list = useListStyles();
  const section = useSectionStyles();
  const { intake, rescaled } = taken;
  const words = strings.intake;
  const figures = intake.tables.reduce((all, each) => all + each.figures, 0);
  const problems = intake.disclosure.problems.map(({ message }) => message);
  return (
    <>
      <p className={section.note}>
        <strong>{words.found(intake.tables.length, figures)}</strong>
        {intake.missing.length > 0 && ` ${words.missing(names(intake.missing))}`}
        {intake.leftOut.length > 0 && ` ${words.leftOut(names(intake.leftOut))}`}
      </p>
      {intake.unitNames.length > 1 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {words.units(
              intake.unitNames.map(({ name, tables, others }) =>
                words.unit(name, tables.length, others.length),
              ),
            )}
          </MessageBarBody>
        </MessageBar>
      )}
      <ul className={list.rows}>
        {intake.tables.map((each) => (
          <IntakeTableRow
            key={each.table.key}
            found={each}
            taken={taken}
            showsFile={files.length > 1}
            onAnswer={onAnswer}
          />
        ))}
      </ul>
      {intake.unread.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {words.unread(intake.unread.length)}
            <ul className={list.lines}>
              {intake.unread.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {problems.length > 0 && (
        <Fold title={words.problems(problems.length)}>
          <ul className={list.lines}>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Fold>
      )}
      {rescaled && <RescalingReport rescaled={rescaled} />}
    </>
  );
}

function names(tables: readonly Table[]): string {
  return tables.map(titled).join("");
}
