import type { RescaledWorkbook } from "../../application/rescaleWorkbook";
import { titled } from "../../domain/checking/checks/formWords";
import type { Disclosure, RecognitionProblem } from "../../domain/disclosure/disclosure";
import { otherYears } from "../../domain/intake/otherYears";
import type { Intake, IntakeTable } from "../../domain/intake/intake";
import type { TableUnit } from "../../domain/intake/tableUnit";
import type { NamedUnit } from "../../domain/intake/namedUnits";
import type { UnreadFigure } from "../../domain/intake/unreadFigures";
import { normaliseLabel } from "../../domain/template/labels";
import type { Table } from "../../domain/template/template";
import { formatRange } from "../../domain/workbook/cellAddress";

/** In words, a line for each table: where it was found and in which unit; what is not there, and what was not used. */
export function takenText(intake: Intake, unitName: string, year: number): string {
  const { tables, disclosure, unitNames, missing, unread } = intake;
  const figures = tables.reduce((all, each) => all + each.figures, 0);
  return [
    `已从认出的 ${String(tables.length)} 张表取数，共 ${String(figures)} 个数：`,
    ...tables.map(tableLine),
    ...anotherUnit("取数的文件", intake.unitName, unitName),
    ...anotherYear(disclosure, year),
    ...leftBehind({ unitNames, missing, unread, problems: disclosure.problems }),
  ].join("\n");
}

function anotherYear(disclosure: Disclosure, wanted: number): string[] {
  return otherYears(disclosure, wanted).map(
    ({ year, tables }) =>
      `取数的文件里有 ${String(tables)} 张表写的是${String(year)}年度，这套表是${String(wanted)}年度的，请确认没有拿错年度的文件。`,
  );
}

export function rescaledFromText({
  disclosure,
  missing,
  unitNames,
  unread,
}: RescaledWorkbook): string {
  const { placement, problems } = disclosure;
  return [
    `已从认出的 ${String(placement.tables.size)} 张表取数。`,
    ...leftBehind({
      unitNames,
      missing,
      unread,
      problems,
    }),
  ].join("\n");
}

export function anotherUnit(files: string, theirs: string, own: string): string[] {
  if (theirs === "" || normaliseLabel(theirs) === normaliseLabel(own)) return [];
  return [`${files}是“${theirs}”的，这套表写的是“${own}”，请确认是同一个单位。`];
}

/** 甲局（9 张表），乙局（另有 9 张重复的，没有取） */
export function severalUnits(files: string, units: readonly NamedUnit[]): string[] {
  if (units.length < 2) return [];
  const words = units.map(({ name, tables, others }) => {
    const parts = [
      ...(tables.length === 0 ? [] : [`${String(tables.length)} 张表`]),
      ...(others.length === 0 ? [] : [`另有 ${String(others.length)} 张重复的，没有取`]),
    ];
    return `${name}（${parts.join("；")}）`;
  });
  return [
    `${files}里有 ${String(units.length)} 个单位名称：${words.join("，")}。请确认是同一个单位的表；不是的，请分开放再取。`,
  ];
}

interface LeftBehind {
  readonly unitNames: readonly NamedUnit[];
  readonly missing: readonly Table[];
  readonly unread: readonly UnreadFigure[];
  readonly problems: readonly RecognitionProblem[];
}

function leftBehind({ unitNames, missing, unread, problems }: LeftBehind): string[] {
  const lines = (all: readonly { readonly message: string }[]) =>
    all.map(({ message }) => `  ${message}`);
  const empty = missing.map(titled).join("");
  return [
    ...severalUnits("取数的工作簿", unitNames),
    ...(empty === "" ? [] : [`取数的工作簿里没有${empty}，这些表排成空表。`]),
    ...(unread.length === 0
      ? []
      : [`有 ${String(unread.length)} 格写的不是数，不算数：`, ...lines(unread)]),
    ...(problems.length === 0 ? [] : ["取数的工作簿里有没用上的内容：", ...lines(problems)]),
  ];
}

function tableLine({ table, source, range, unit, figures }: IntakeTable): string {
  const place = `${source.file} ${source.sheet}!${formatRange(range)}`;
  const count = figures === 0 ? "没有数" : `${String(figures)} 个数，${unitWords(unit)}`;
  return `  ${titled(table)} ${place}：${count}`;
}

function unitWords(unit: TableUnit): string {
  if (unit.unit === undefined) return "单位没有选定";
  const why = {
    heading: "",
    size: "（没有印，按数的大小与别的表相比）",
    person: "（按您写的）",
    empty: "",
  };
  return `单位：${unit.unit}${why[unit.by]}`;
}
