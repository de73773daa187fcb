import type { TableDefinition } from "./templatePackage";
import type { TemplateProblem } from "./templateProblem";

/** Every block stands in one part, and every line is as wide as the page. */
export function checkInformation(table: TableDefinition, path: string): TemplateProblem[] {
  const { role, information, blocks } = table;
  if (role !== "information") {
    return information
      ? [{ path: `${path}.information`, message: "只有基本信息表（information）才分部分" }]
      : [];
  }
  if (!information) return [{ path: `${path}.information`, message: "基本信息表缺少各部分" }];
  const problems: TemplateProblem[] = [];
  const { widths, parts } = information;
  const placed = parts.flatMap(({ sections }) => sections.flatMap(({ block }) => block ?? []));
  blocks.forEach(({ kind, columns }, index) => {
    const own = `${path}.blocks[${String(index)}]`;
    if (kind !== "rows")
      problems.push({ path: own, message: "基本信息表的数只能按固定的行列（rows）" });
    if (columns.length > widths.length) {
      const message = `有 ${String(columns.length)} 栏，页面只有 ${String(widths.length)} 栏`;
      problems.push({ path: own, message });
    }
    if (placed.filter((each) => each === index).length !== 1) {
      problems.push({ path: own, message: "每块数应在一个部分里，只出现一次" });
    }
  });
  parts.forEach(({ sections }, part) => {
    sections.forEach(({ fields, block, grid }, place) => {
      const own = `${path}.information.parts[${String(part)}].sections[${String(place)}]`;
      if ([fields, block, grid].filter((each) => each !== undefined).length !== 1) {
        problems.push({ path: own, message: "fields、block、grid 应有且只有一种" });
      }
      if (block !== undefined && !blocks[block]) {
        problems.push({ path: `${own}.block`, message: `没有第 ${String(block + 1)} 块数` });
      }
      const span = grid?.columns.reduce((sum, column) => sum + column.span, 0);
      if (span !== undefined && span !== widths.length) {
        const message = `各栏共跨 ${String(span)} 栏，页面有 ${String(widths.length)} 栏`;
        problems.push({ path: `${own}.grid.columns`, message });
      }
    });
  });
  return problems;
}
