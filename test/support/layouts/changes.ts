import {
  bareText,
  columnsUnder,
  everyRow,
  everyText,
  figures,
  type Form,
  headLabels,
  isCode,
  isFigure,
  isMark,
  replaceColumn,
  rowLabels,
  type Rows,
  TREES,
  widthOf,
} from "./form";

export type Change = (form: Form) => Form;

/** Only in the tables with these numbers. */
export function only(numbers: string, change: Change): Change {
  const chosen = new Set(numbers.split(" "));
  return (form) => (chosen.has(form.number) ? change(form) : form);
}

export const inTrees = (change: Change): Change => only([...TREES].join(" "), change);

export const inOrder =
  (...changes: readonly Change[]): Change =>
  (form) =>
    changes.reduce((changed, change) => change(changed), form);

/** 类, 款 and 项 in columns of their own. */
export function splitCodes(
  cells: (parts: readonly string[]) => readonly string[],
  headed: "merged" | "levels",
): Change {
  return inTrees((form) => {
    const split = replaceColumn(form, 0, (text, row, part) => {
      if (part === "above") return [text, ...(row[1] === "<" ? ["<", "<"] : ["", ""])];
      if (isCode(text)) return cells(levelsOf(text.slice(1)));
      return [text, "<", "<"];
    });
    const levels = ["类", "款", "项"];
    if (headed === "merged") {
      const [top = [], below = []] = split.head;
      const covered = (row: readonly string[]) => row.map(() => "^");
      const [numbers] = split.columnNumbers;
      const last = numbers
        ? [[...levels, ...numbers.slice(3)].map((text) => (text === "<" ? "栏次" : text))]
        : [];
      return numbers
        ? { ...split, columnNumbers: last }
        : { ...split, head: [top, below, [...levels, ...covered(below).slice(3)]] };
    }
    const [top = [], below = []] = split.head;
    return { ...split, head: [top, [...levels, ...below.slice(3)]] };
  });
}

function levelsOf(code: string): string[] {
  return [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].filter((part) => part !== "");
}

export const asText = (text: string): string => `'${text}`;

export const padded = (cells: readonly string[], width = 3): string[] =>
  Array.from({ length: width }, (_, index) => cells[index] ?? "");

/** Codes written in another way, wherever they stand. */
export function codes(write: (code: string) => string): Change {
  return (form) => ({
    ...form,
    rows: form.rows.map((row) => row.map((text) => (isCode(text) ? write(text.slice(1)) : text))),
  });
}

export const codeAndName: Change = inTrees((form) => {
  const joined = {
    ...form,
    rows: form.rows.map((row) =>
      isCode(row[0] ?? "") ? [`${row[0]!.slice(1)} ${row[1] ?? ""}`, ...row.slice(1)] : row,
    ),
  };
  const single = replaceColumn(joined, 1, () => []);
  const [top = [], below = []] = single.head;
  return {
    ...single,
    head: [
      ["项目", ...top.slice(1)],
      ["功能分类科目", ...below.slice(1)],
    ],
  };
});

export const nameFirst: Change = inTrees((form) => {
  const swap = (row: readonly string[]) =>
    isMark(row[1] ?? "") || row.length < 3 ? row : [row[1] ?? "", row[0] ?? "", ...row.slice(2)];
  return { ...form, head: form.head.map(swap), rows: form.rows.map(swap) };
});

const isTotal = (row: readonly string[]) => bareText(row[0]) === "合计";

export const totalLast: Change = inTrees((form) => ({
  ...form,
  rows: [...form.rows.filter((row) => !isTotal(row)), ...form.rows.filter(isTotal)],
}));

export function totalCalled(label: (form: Form) => string): Change {
  return inTrees((form) => ({
    ...form,
    rows: form.rows.map((row) => (isTotal(row) ? [label(form), ...row.slice(1)] : row)),
  }));
}

export const totalInNames: Change = inTrees((form) => ({
  ...form,
  rows: form.rows.map((row) =>
    isTotal(row) && row[1] === "<" ? ["", "合计", ...row.slice(2)] : row,
  ),
}));

interface Economic {
  readonly code: string;
  readonly name: string;
  readonly figure: string;
}

function economicRows({ rows }: Form): { people: Economic[]; offices: Economic[]; sums: string[] } {
  const all = rows.flatMap((row) =>
    row.flatMap((text, column): Economic[] =>
      isCode(text)
        ? [{ code: text, name: row[column + 1] ?? "", figure: row[column + 2] ?? "" }]
        : [],
    ),
  );
  all.sort((a, b) => (a.code.padEnd(6) < b.code.padEnd(6) ? -1 : 1));
  const isPeople = ({ code }: Economic) => /^'30[13]/u.test(code);
  const sums = rows.find(([first]) => bareText(first) === "人员经费合计") ?? [];
  return {
    people: all.filter(isPeople),
    offices: all.filter((each) => !isPeople(each)),
    sums: sums.filter((text) => isFigure(text)),
  };
}

const ECONOMIC_HEAD = ["经济分类科目编码", "科目名称", "决算数"];
const cellsOf = (row: Economic | undefined) =>
  row ? [row.code, row.name, row.figure] : ["", "", ""];

/** 06 in `blocks` blocks side by side. */
export function basicIn(blocks: 1 | 2 | 3, names = false): Change {
  return only("06", (form) => {
    const { people, offices, sums } = economicRows(form);
    const [peopleSum = "", officesSum = ""] = sums;
    if (blocks === 1) {
      return {
        ...form,
        head: [ECONOMIC_HEAD],
        rows: [
          ...people.map(cellsOf),
          ["人员经费合计", "<", peopleSum],
          ...offices.map(cellsOf),
          ["公用经费合计", "<", officesSum],
        ],
      };
    }
    const half = Math.ceil(offices.length / 2);
    const sides =
      blocks === 2 ? [people, offices] : [people, offices.slice(0, half), offices.slice(half)];
    const longest = Math.max(...sides.map(({ length }) => length));
    const lines = Array.from({ length: longest }, (_, line) =>
      sides.flatMap((side) => cellsOf(side[line])),
    );
    const lastRow =
      blocks === 2
        ? ["人员经费合计", "<", peopleSum, "公用经费合计", "<", officesSum]
        : ["人员经费合计", "<", peopleSum, "公用经费合计", "<", "<", "<", "<", officesSum];
    const named = [
      "人员经费",
      "<",
      "<",
      "公用经费",
      ...sides.slice(1).flatMap(() => ["<", "<", "<"]),
    ];
    return {
      ...form,
      head: [...(names ? [named.slice(0, 3 * blocks)] : []), sides.flatMap(() => ECONOMIC_HEAD)],
      rows: [...lines, lastRow],
    };
  });
}

/** 301 and 01 in columns of their own. */
export const splitEconomic: Change = only("06", (form) => {
  let split = form;
  for (const column of columnsUnder(form, "经济分类科目编码").reverse()) {
    split = replaceColumn(split, column, (text, row, part) => {
      if (part === "above") return [text, row[column + 1] === "<" ? "<" : ""];
      if (isCode(text)) return [`'${text.slice(1, 4)}`, text.length > 4 ? `'${text.slice(4)}` : ""];
      return isMark(text) ? [text, text] : [text, "<"];
    });
  }
  return split;
});

/** 收入 above, 支出 below, each with a head of its own. */
export const sidesStacked: Change = only("01 04", (form) => {
  const side = (row: readonly string[], from: number, to: number) => row.slice(from, to);
  const width = widthOf(form.rows);
  const left = (row: readonly string[]) => side(row, 0, 3);
  const right = (row: readonly string[]) => side(row, 3, width);
  const filled = (rows: Rows) => rows.filter((row) => row.some((text) => text !== ""));
  return {
    ...form,
    rows: [
      ...filled(form.rows.map(left)),
      ...form.head.map(right),
      ...form.columnNumbers.map(right),
      ...filled(form.rows.map(right)),
    ],
    head: form.head.map(left),
    columnNumbers: form.columnNumbers.map(left),
  };
});

/** Other columns in front of one, with figures that are not the table's. */
export function columnsBefore(
  label: string,
  others: readonly string[],
  numbers: string,
  figure = "77.77",
): Change {
  return only(numbers, (form) => {
    let changed = form;
    for (const column of columnsUnder(form, label).reverse()) {
      const last = changed.head.length - 1;
      const hasOwn = (row: readonly string[]) => isFigure(row[column] ?? "");
      changed = replaceColumn(changed, column, (text, row, part) => {
        if (part === "above") {
          const next = row[column] === "<" ? "<" : "";
          return [text, ...others.map(() => next)];
        }
        if (part === "head") {
          if (row === changed.head[last] || bareText(text) === label) return [...others, text];
          return [text, ...others.map(() => (text === "" ? "" : "<"))];
        }
        return [...others.map(() => (hasOwn(row) ? figure : "")), text];
      });
    }
    return changed;
  });
}

/** A heading that stands over two: itself (小计) and an extra one. */
export function splitUnder(number: string, label: string, extra: string, figure: string): Change {
  return only(number, (form) => {
    const [column] = columnsUnder(form, label);
    if (column === undefined) return form;
    let line = 0;
    return replaceColumn(form, column, (text, row, part) => {
      if (part === "above") return [text, row[column] === "<" ? "<" : ""];
      if (part === "head") {
        line += 1;
        return line === 1 ? [text, "<"] : ["小计", extra];
      }
      return [text, isFigure(text) ? figure : ""];
    });
  });
}

export function withoutColumn(number: string, label: string): Change {
  return only(number, (form) => {
    const [column] = columnsUnder(form, label);
    if (column === undefined) return form;
    return replaceColumn(form, column, (text, _, part) =>
      part === "above" && !isMark(text) ? [text] : [],
    );
  });
}

/** Each of the columns under these headings has last year's figure before its own. */
export function yearsBeside(numbers: string, headings: readonly [string, string]): Change {
  return only(numbers, (form) => {
    const lead = 2;
    const spread = (row: readonly string[], cells: (text: string) => [string, string]) => [
      ...row.slice(0, lead),
      ...row.slice(lead).flatMap(cells),
    ];
    const pair = (text: string): [string, string] => [text, text === "^" ? "^" : "<"];
    return {
      ...form,
      above: form.above.map((row) => spread(row, (text) => [text, text === "<" ? "<" : ""])),
      head: [
        ...form.head.map((row, index) =>
          spread(row, (text) => (index > 0 && text === "^" ? ["^", "^"] : pair(text))),
        ),
        spread(
          (form.head[0] ?? []).map((_, column) => (column < lead ? "^" : "")),
          () => [...headings],
        ),
      ],
      columnNumbers: [],
      rows: form.rows.map((row) =>
        spread(row, (text) => [isFigure(text) ? "88.88" : "", text === "<" ? "" : text]),
      ),
      below: form.below,
    };
  });
}

/** 05 and 09 without 本年支出 above their columns. */
export const flatHeads: Change = only("05 09", (form) => {
  const [top = [], below = []] = form.head;
  return {
    ...form,
    head: [
      [...top.slice(0, 2), "", "", ""].slice(0, 2).concat(below.slice(2)),
      below.map((text, column) => (column < 2 ? text : "^")),
    ],
  };
});

/** 类 and 款 merged down over what belongs to them. */
export const codesMergedDown: Change = inTrees((form) => {
  const last: string[] = [];
  return {
    ...form,
    rows: form.rows.map((row) =>
      row.map((text, column) => {
        if (column > 1) return text;
        const isAgain = text !== "" && text !== "<" && last[column] === text;
        if (text !== "<") last[column] = text;
        return isAgain ? "^" : text;
      }),
    ),
  };
});

export const unmerged: Change = (form) =>
  everyRow(form, (row) => row.map((text) => (text === "<" || text === "^" ? "" : text)));

/** What a merged head covers is written again in each of its cells. */
export const repeatedHeads: Change = (form) => {
  const head: string[][] = [];
  for (const row of form.head) {
    const cells: string[] = [];
    row.forEach((text, column) => {
      if (text === "<") cells.push(cells[column - 1] ?? "");
      else if (text === "^") cells.push(head.at(-1)?.[column] ?? "");
      else cells.push(text);
    });
    head.push(cells);
  }
  return unmerged({ ...form, head });
};

function lineColumns(form: Form): number[] {
  return columnsUnder(form, "行次");
}

export const otherLineNumbers: Change = only("01 04", (form) => {
  const columns = new Set(lineColumns(form));
  let line = 100;
  return {
    ...form,
    rows: form.rows.map((row) =>
      row.map((text, column) => {
        if (!columns.has(column)) return text;
        line += 3;
        return String(line);
      }),
    ),
  };
});

export const noLineNumbers: Change = only("01 04", (form) => {
  let changed = form;
  for (const column of lineColumns(form).reverse()) {
    changed = replaceColumn(changed, column, (text, _, part) =>
      part === "above" && !isMark(text) ? [text] : [],
    );
  }
  return changed;
});

export const noColumnNumbers: Change = (form) => ({ ...form, columnNumbers: [] });

export const bracketedColumnNumbers: Change = (form) => ({
  ...form,
  columnNumbers: form.columnNumbers.map((row) =>
    row.map((text) => text.replace(/^(\d+)$/u, "'($1)")),
  ),
});

const WIDE: Readonly<Record<string, string>> = { "(": "（", ")": "）", ":": "：", '"': "＂" };

export const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (sign) => WIDE[sign] ?? String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

export const fullWidth: Change = (form) =>
  everyText(form, (text) =>
    isCode(text) || isFigure(text) || /^\d+$/u.test(text) ? text : wide(text),
  );

export const halfWidth: Change = (form) =>
  everyText(form, (text) =>
    text.startsWith("'") ? text : text.replace(/[（）：，]/gu, (sign) => sign.normalize("NFKC")),
  );

export const blanksWithin: Change = inOrder(
  (form) => headLabels(form, spaced),
  (form) => rowLabels(form, spaced),
  (form) => ({ ...form, above: form.above.map((row) => row.map(spacedTitle)) }),
);

const spaced = (label: string) =>
  label.length <= 4 ? Array.from(label).join("　") : `  ${label.slice(0, 3)} ${label.slice(3)} `;
const spacedTitle = (text: string) => (/决算.*表$/u.test(text) ? Array.from(text).join(" ") : text);

export const linesWithin: Change = (form) =>
  headLabels(form, (label) =>
    label.length > 4 ? `${label.slice(0, 3)}\n${label.slice(3)}` : label,
  );

/** What does not fit into the column is not printed. */
export function cutAt(most: number): Change {
  return inOrder(
    (form) => headLabels(form, (label) => label.slice(0, most)),
    (form) => rowLabels(form, (label) => label.slice(0, most)),
  );
}

export function figuresAs(write: (figure: string) => string): Change {
  return (form) => figures(form, write);
}

export const zerosAs = (zero: string): Change =>
  figuresAs((text) => (/^-?0\.00$/u.test(text) ? zero : text));

export const above =
  (rows: (form: Form) => Rows): Change =>
  (form) => ({ ...form, above: rows(form) });

export const titleOf = ({ above: [first = []] }: Form): string => first[0] ?? "";

/** The line to the right of everything. */
export function atRight(form: Form, text: string): string[] {
  return [...Array.from({ length: widthOf(form.rows) - 1 }, () => ""), text];
}

export const unitOf = (form: Form): string =>
  form.above
    .flat()
    .find((text) => /^部门/u.test(text))
    ?.replace(/^部门\s*[:：]/u, "") ?? "";

export const renamed = (renames: Readonly<Record<string, string>>): Change => {
  const change = (label: string) => {
    let text = label;
    for (const [from, to] of Object.entries(renames)) {
      if (bareText(text).endsWith(bareText(from)))
        text = bareText(text).replace(bareText(from), to);
    }
    return text;
  };
  return inOrder(
    (form) => headLabels(form, change),
    (form) => rowLabels(form, change),
  );
};

export function titled(titles: Readonly<Record<string, string>>): Change {
  return (form) => {
    const title = titles[form.number];
    if (title === undefined) return form;
    const [first = [], ...rest] = form.above;
    return { ...form, above: [[title, ...first.slice(1)], ...rest] };
  };
}

/** Rows whose figures are all nought are not printed. */
export function withoutRows(numbers: string, labels: readonly string[]): Change {
  return only(numbers, (form) => ({
    ...form,
    rows: form.rows.map((row) =>
      labels.some((label) => bareText(row[3]).endsWith(label)) ? row.slice(0, 3) : row,
    ),
  }));
}
