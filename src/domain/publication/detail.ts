import { disclosedTables, figureCellsOf } from "../checking/checks/figureCells";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedTable } from "../disclosure/placement";
import { readFigure } from "../disclosure/readFigure";
import { normaliseLabel } from "../template/labels";
import type { CellAddress } from "../workbook/cellAddress";
import { isSentence } from "./leftovers";
import type { PublishedCell } from "./publishedTexts";
import { line, named, type ReadinessInput, type ReadinessLine } from "./readinessLine";

/** What 三公 is told apart into, and what the text has to say of each that has been spent. */
const PARTS = [
  {
    column: /出国/u,
    name: "因公出国（境）费",
    told: [/团组/u, /人次|人数|\d\s*人/u],
    says: "团组数和人次数",
  },
  {
    column: /购置费/u,
    name: "公务用车购置费",
    told: [/购置[^。]*\d+\s*[辆台]|\d+\s*[辆台]/u],
    says: "购置数量",
  },
  { column: /运行/u, name: "公务用车运行维护费", told: [/保有量/u], says: "保有量" },
  {
    column: /接待/u,
    name: "公务接待费",
    told: [/批次|批|团组/u, /人次|人数|\d\s*人/u],
    says: "批次和人次数",
  },
] as const;

const STATED = [
  { words: /机关运行经费/u, name: "机关运行经费" },
  { words: /政府采购/u, name: "政府采购支出" },
  { words: /国有资产|车辆/u, name: "国有资产占用情况" },
  { words: /绩效/u, name: "预算绩效情况" },
] as const;

export function detail(
  { disclosure }: ReadinessInput,
  cells: readonly PublishedCell[],
): ReadinessLine[] {
  const table = disclosedTables(disclosure).find(({ table: { definition } }) =>
    definition.title.includes("三公"),
  );
  const texts = cells.filter(({ text }) => isSentence(text) && !/^注[:：\s]/u.test(text.trim()));
  const narrative = texts.filter(({ cell }) => isNarrative(disclosure, cell.sheet));
  const text = narrative.map((each) => each.text).join("\n");
  return [...threePublic(disclosure, table), ...inWords(disclosure, table, text)];
}

/** A sheet of words: none of the tables stands on it. */
function isNarrative({ placement }: Disclosure, sheet: string): boolean {
  return [...placement.tables.values()].every((placed) => placed.sheet !== sheet);
}

function threePublic(disclosure: Disclosure, placed: PlacedTable | undefined): ReadinessLine[] {
  if (!placed) {
    return [line("detail", "unchecked", "没有检查“三公”经费是否分项列出：没有认出“三公”经费表。")];
  }
  const columns = placed.blocks.flatMap(({ block, columns: found }) =>
    block.figureColumns.map((column) => ({
      heading: column.definition.heading.at(-1) ?? "",
      isThere: found.has(column.key),
    })),
  );
  const missing = PARTS.filter(
    ({ column }) => !columns.some(({ heading, isThere }) => isThere && column.test(heading)),
  );
  if (missing.length > 0) {
    const words = named(
      missing.map(({ name }) => name),
      "项",
    );
    const cell = { sheet: placed.sheet, row: placed.range.top, column: placed.range.left };
    return [line("detail", "failed", `“三公”经费表没有分开列${words}。`, [cell])];
  }
  return [line("detail", "passed", "“三公”经费分项列出，公务用车购置和运行分开。")];
}

function inWords(
  disclosure: Disclosure,
  placed: PlacedTable | undefined,
  text: string,
): ReadinessLine[] {
  if (text === "") {
    return [
      line(
        "detail",
        "unchecked",
        "没有检查说明里的团组、批次、人次、保有量、增减原因和机关运行经费、国有资产：情况说明不在这个工作簿里。",
      ),
    ];
  }
  const paragraphs = text.split("\n");
  const spent = placed ? spentParts(disclosure, placed) : [];
  const lines: ReadinessLine[] = [];
  const unsaid: string[] = [];
  for (const { part, cell } of spent) {
    const about = paragraphs.filter((each) => part.column.test(each));
    if (about.length === 0) unsaid.push(part.name);
    else if (!part.told.every((words) => about.some((each) => words.test(each)))) {
      lines.push(
        line("detail", "failed", `${part.name}有支出，说明里没有写${part.says}。`, [cell]),
      );
    }
  }
  for (const { words, name } of STATED) if (!words.test(text)) unsaid.push(name);
  if (unsaid.length > 0) {
    lines.push(
      line(
        "detail",
        "confirm",
        `工作簿的说明里没有提到${unsaid.join("、")}，没有的也要写明。写在别的文件里的，请核对。`,
      ),
    );
  }
  return lines.length > 0
    ? lines
    : [
        line(
          "detail",
          "passed",
          "说明里写了“三公”的数量和机关运行经费、政府采购、国有资产、绩效。",
        ),
      ];
}

function spentParts(disclosure: Disclosure, placed: PlacedTable) {
  const { decimals } = disclosure.structure.definition;
  const found: { part: (typeof PARTS)[number]; cell: CellAddress }[] = [];
  for (const { column, cell, value } of figureCellsOf(disclosure, placed)) {
    const heading = column.definition.heading;
    if (!normaliseLabel(heading[0] ?? "").includes("决算")) continue;
    const part = PARTS.find((each) => each.column.test(heading.at(-1) ?? ""));
    const figure = readFigure(value, decimals);
    if (part && figure.kind === "amount" && !figure.published.isZero()) found.push({ part, cell });
  }
  return found;
}
