import { cellsText } from "../../application/findingWords";
import type { RescaledFigures } from "../../application/rescaleFigures";
import type { RescaledWorkbook, RestoredWorkbook } from "../../application/rescaleWorkbook";
import { titled } from "../../domain/checking/checks/formWords";
import type { CellAddress } from "../../domain/workbook/cellAddress";
import type { RescaledFiles } from "./rescaleJson";

export function rescaleText({ output, list }: RescaledFiles, rescaled: RescaledWorkbook): string {
  return [`已换算成万元：${output}`, balanceText(rescaled, list)].join("\n");
}

/** What was adjusted, and what is left to say of it. */
export function balanceText(
  { rescaling, unbalanced, unequal, shares }: RescaledFigures,
  list?: string,
): string {
  const { adjustments } = rescaling;
  const listWords = list === undefined ? "" : `，清单在 ${list}`;
  const done =
    adjustments.length === 0
      ? "各数按四舍五入都平，没有需要调整的。"
      : `舍位平衡调整了 ${String(adjustments.length)} 个数，每个只差 0.01${listWords}。`;
  return [
    done,
    ...section(
      "调不平，按四舍五入留有尾差",
      unbalanced.filter(({ isGivenUp }) => !isGivenUp),
    ),
    ...section(
      "关系太多，没有试完所有取舍就停了，留有尾差，也许调得平",
      unbalanced.filter(({ isGivenUp }) => isGivenUp),
    ),
    ...section("元的原数本身不平，没有调", unequal),
    ...(shares.length === 0 ? [] : ["", `百分比与按元计算的不同（${String(shares.length)}）`]),
    ...shares.map(({ place, words, published, exact }, index) => {
      const quoted = words === "" ? "" : `“${words}”`;
      return `${number(index)}${place}${quoted}：按公开数 ${published}，按元 ${exact}`;
    }),
  ].join("\n");
}

interface Said {
  readonly relation: { readonly code: string };
  readonly words: string;
  readonly cells: readonly CellAddress[];
}

function section(title: string, items: readonly Said[]): string[] {
  if (items.length === 0) return [];
  return [
    "",
    `${title}（${String(items.length)}）`,
    ...items.flatMap(({ words, cells, relation }, index) => [
      `${number(index)}${words}`,
      `     ${cellsText(cells)}　${relation.code}`,
    ]),
  ];
}

function number(index: number): string {
  return `${String(index + 1).padStart(3)}. `;
}

export function restoreText({ output }: RescaledFiles, restored: RestoredWorkbook): string {
  const { changed, converted, leftOut } = restored;
  const cells = (figures: RestoredWorkbook["changed"]) =>
    cellsText(figures.map(({ cell }) => cell));
  return [
    `已还原成元：${output}`,
    ...(leftOut.length === 0 ? [] : [`${leftOut.map(titled).join("")}按万元填写，没有排进去。`]),
    ...(changed.length === 0
      ? []
      : [`换算以后有 ${String(changed.length)} 个数改过，还原成了改之前的元数：${cells(changed)}`]),
    ...(converted.length === 0
      ? []
      : [`有 ${String(converted.length)} 个数没有元的原数，由万元乘一万得来：${cells(converted)}`]),
  ].join("\n");
}
