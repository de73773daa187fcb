import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { FigureIntake } from "../../../application/takeFigures";
import type { UnitAnswer } from "../../../domain/intake/tableUnit";
import { otherYears } from "../../../domain/intake/otherYears";
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
  readonly year: number;
  readonly onAnswer: (table: string, answer: UnitAnswer) => void;
}

/** Which table was found where, in which unit, what not, and what is left over. */
export function IntakeReport({ files, taken, year, onAnswer }: Props) {
  const list = useListStyles();
  const section = useSectionStyles();
  const { intake, rescaled } = taken;
  const words = strings.intake;
  const figures = intake.tables.reduce((all, each) => all + each.figures, 0);
  const others = otherYears(intake.disclosure, year);
  const unread = intake.unread.map(({ message }) => message);
  const problems = intake.disclosure.problems.map(({ message }) => message);
  return (
    <>
      <p className={section.note}>
        <strong>{words.found(intake.tables.length, figures)}</strong>
        {intake.missing.length > 0 && ` ${words.missing(names(intake.missing))}`}
        {intake.leftOut.length > 0 && ` ${words.leftOut(names(intake.leftOut))}`}
      </p>
      {others.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.otherYears(others, year)}</MessageBarBody>
        </MessageBar>
      )}
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
      {unread.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {words.unread(unread.length)}
            <Lines messages={unread.slice(0, UNREAD_AT_ONCE)} />
          </MessageBarBody>
        </MessageBar>
      )}
      {unread.length > UNREAD_AT_ONCE && (
        <Fold title={words.moreUnread(unread.length - UNREAD_AT_ONCE)}>
          <Lines messages={unread.slice(UNREAD_AT_ONCE)} />
        </Fold>
      )}
      {problems.length > 0 && (
        <Fold title={words.problems(problems.length)}>
          <Lines messages={problems} />
        </Fold>
      )}
      {rescaled && <RescalingReport rescaled={rescaled} />}
    </>
  );
}

/** A whole column may be text. */
const UNREAD_AT_ONCE = 5;

function Lines({ messages }: { messages: readonly string[] }) {
  const list = useListStyles();
  return (
    <ul className={list.lines}>
      {messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}

function names(tables: readonly Table[]): string {
  return tables.map(titled).join("");
}
