import type { Finding } from "../checking/finding";
import type { CellAddress } from "../workbook/cellAddress";
import { isErrorValue, NO_RESULT } from "../workbook/workbookSnapshot";
import { publishedSheets } from "./publishedTexts";
import { line, named, type ReadinessInput, type ReadinessLine } from "./readinessLine";

const ERROR_TEXT = /^#(?:REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NUM!|NULL!|SPILL!|CALC!)$/u;

export function errorValues({ disclosure }: ReadinessInput): ReadinessLine[] {
  const found: { readonly error: string; readonly cell: CellAddress }[] = [];
  for (const sheet of publishedSheets(disclosure)) {
    sheet.values.forEach((cells, index) => {
      cells.forEach((value, offset) => {
        const error = isErrorValue(value) ? value.error : String(value ?? "").trim();
        if (!isErrorValue(value) && !ERROR_TEXT.test(error)) return;
        found.push({ error, cell: { sheet: sheet.name, row: index + 1, column: offset + 1 } });
      });
    });
  }
  const without = found.filter(({ error }) => error === NO_RESULT);
  const wrong = found.filter(({ error }) => error !== NO_RESULT);
  const lines: ReadinessLine[] = [];
  if (wrong.length > 0) {
    const words = named(
      wrong.map(({ error }) => error),
      "种",
    );
    lines.push(
      line(
        "error-values",
        "failed",
        `${String(wrong.length)} 格显示 ${words}。请改好公式。`,
        wrong.map(({ cell }) => cell),
      ),
    );
  }
  if (without.length > 0) {
    lines.push(
      line(
        "error-values",
        "unchecked",
        `没有检查 ${String(without.length)} 格公式：文件里没有它们的结果。请在 Excel 或 WPS 中打开并保存一次。`,
        without.map(({ cell }) => cell),
      ),
    );
  }
  return lines.length > 0 ? lines : [line("error-values", "passed", "没有错误值。")];
}

export function isMustFix({ state, level }: Finding): boolean {
  return state === "failed" && level === "must-hold";
}

export function mustFix({ report }: ReadinessInput): ReadinessLine[] {
  const open = report.findings.filter(isMustFix);
  const faults = report.findings.filter(({ state }) => state === "relationFault");
  const lines: ReadinessLine[] = [];
  if (open.length > 0) {
    const codes = named(
      open.map(({ code }) => code),
      "个编号",
    );
    lines.push(
      line(
        "must-fix",
        "failed",
        `审核还有 ${String(open.length)} 处必须改（${codes}）。改好再公开。`,
        open.flatMap(({ cells }) => cells.slice(0, 1)),
      ),
    );
  }
  if (faults.length > 0) {
    const codes = named(
      faults.map(({ code }) => code),
      "个编号",
    );
    lines.push(
      line(
        "must-fix",
        "unchecked",
        `没有检查 ${codes}：审核公式出错（软件问题，不是您的数据问题）。`,
      ),
    );
  }
  return lines.length > 0 ? lines : [line("must-fix", "passed", "审核没有必须改的问题。")];
}
