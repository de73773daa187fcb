import { formatPosition, parsePosition, type CellAddress } from "../workbook/cellAddress";
import { line, named, type ReadinessInput, type ReadinessLine } from "./readinessLine";
import { publishedSheets } from "./publishedTexts";
import { untoldLine } from "./untold";

const EXCERPT = 20;

export function comments({ extras }: ReadinessInput): ReadinessLine[] {
  const found = extras.sheets.flatMap(({ name, comments: own }) =>
    own.map(({ row, column, text }) => ({ cell: { sheet: name, row, column }, text })),
  );
  const lines = [
    ...(found.length === 0
      ? []
      : [
          line(
            "comments",
            "failed",
            `有 ${String(found.length)} 条批注：${named(
              found.map(({ cell, text }) => `${formatPosition(cell)}${excerpt(text)}`),
              "条",
            )}。请看过后删去。`,
            found.map(({ cell }) => cell),
          ),
        ]),
    ...[
      untoldLine("comments", extras, "comments", "批注"),
      // One line is enough where both are untold.
      extras.untold.has("comments")
        ? undefined
        : untoldLine("comments", extras, "notes", "旧式批注（单元格右上角有红三角）"),
    ].flatMap((each) => each ?? []),
  ];
  return lines.length > 0 ? lines : [line("comments", "passed", "没有批注。")];
}

function excerpt(text: string): string {
  const plain = text.replace(/\s+/gu, " ").trim();
  if (plain === "") return "";
  return `“${plain.length > EXCERPT ? `${plain.slice(0, EXCERPT)}…` : plain}”`;
}

/** [预算.xlsx]表!A1, '\\server\[预算.xlsx]表'!A1, and files that are only numbered: [1]表!A1. */
const OTHER_BOOK = /\[[^\]"']+\][^\]!"']*'?!/u;
const WEB = /https?:\/\//iu;

export function links({ disclosure, extras }: ReadinessInput): ReadinessLine[] {
  const lines: ReadinessLine[] = [];
  const formulas = publishedSheets(disclosure).flatMap((sheet) =>
    [...sheet.formulas].flatMap(([key, formula]): CellAddress[] => {
      const at = parsePosition(key);
      if (!at || !(OTHER_BOOK.test(withoutTexts(formula)) || WEB.test(formula))) return [];
      return [{ sheet: sheet.name, ...at }];
    }),
  );
  const sources = extras.sources.map(fileName);
  if (formulas.length > 0 || sources.length > 0) {
    const from = sources.length === 0 ? "别的工作簿" : `别的工作簿${quoted(sources)}`;
    const where = formulas.length === 0 ? "" : `，${String(formulas.length)} 格的公式用到它`;
    lines.push(
      line(
        "links",
        "failed",
        `连着${from}${where}。别人打开时会提示更新，还会看到文件名和路径，请改成数值并断开链接。`,
        formulas,
      ),
    );
  }
  const found = extras.sheets.flatMap(({ name, links: own }) =>
    own.map(({ row, column, target }) => ({ cell: { sheet: name, row, column }, target })),
  );
  const files = found.filter(({ target }) => !/^(?:https?|mailto):/iu.test(target));
  const web = found.filter((each) => !files.includes(each));
  if (files.length > 0) {
    const words = quoted(files.map(({ target }) => fileName(target)));
    lines.push(
      line(
        "links",
        "failed",
        `有 ${String(files.length)} 格的超链接指向本机或内网的文件${words}，别人打不开，还会看到路径。请删去。`,
        files.map(({ cell }) => cell),
      ),
    );
  }
  if (web.length > 0) {
    const words = named(
      web.map(({ target }) => target),
      "个",
    );
    lines.push(
      line(
        "links",
        "confirm",
        `有 ${String(web.length)} 格带超链接：${words}。请确认要一起公开。`,
        web.map(({ cell }) => cell),
      ),
    );
  }
  const untold = [
    untoldLine("links", extras, "links", "单元格上的超链接"),
    untoldLine("links", extras, "sources", "名称和图表里的外部链接"),
  ].flatMap((each) => each ?? []);
  const all = [...lines, ...untold];
  return all.length > 0 ? all : [line("links", "passed", "没有连到别的工作簿或网页。")];
}

function withoutTexts(formula: string): string {
  return formula.replace(/"[^"]*"/gu, '""');
}

function fileName(target: string): string {
  return decode(target).split(/[\\/]/u).at(-1) ?? target;
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function quoted(names: readonly string[]): string {
  return named(
    names.map((name) => `“${name}”`),
    "个",
  );
}

export function properties({ extras }: ReadinessInput): ReadinessLine[] {
  const untold = untoldLine("properties", extras, "properties", "作者、最后修改人和单位");
  if (untold) return [untold];
  const { author, lastAuthor, company, manager } = extras.properties;
  const entries: [string, string | undefined][] = [
    ["作者", author],
    ["最后修改人", lastAuthor],
    ["单位", company],
    ["经理", manager],
  ];
  const filled = entries.flatMap(([name, value]) => {
    const text = value?.trim() ?? "";
    return text === "" ? [] : [`${name}“${text}”`];
  });
  if (filled.length === 0) {
    return [line("properties", "passed", "文件属性里没有作者、最后修改人和单位。")];
  }
  return [
    line(
      "properties",
      "failed",
      `文件属性里写着${filled.join("、")}。请在“文件－信息－检查文档”里删去。`,
    ),
  ];
}
