import type { BenchTable } from "../benchTable";
import { ms, spread } from "../measure";
import { measurePage } from "./benchPage";

/** Beyond this a person who types would notice. */
const FINDINGS_BUDGET_MS = 150;
const OPENING_BUDGET = 1.3;

export async function benchPage(table: BenchTable): Promise<void> {
  const results = await measurePage();
  if (!results) {
    table.add({ what: "网页", ours: "没有 Chromium，没有测" });
    return;
  }
  const { interactive, codes, formulas, findings, grid } = results;
  const { ours, theirs } = interactive;
  table.add({
    what: "打开网页到窗格可用（对照：只有同样的 Fluent 组件）",
    ours: spread(ours),
    theirs: spread(theirs),
    ratio: ours.median / theirs.median,
    most: OPENING_BUDGET,
  });
  table.add({
    what: `网页里改一个数（${String(codes)} 个科目，${formulas.toLocaleString("en")} 个公式）到审核结果显示（对照：150 ms）`,
    ours: spread(findings),
    theirs: ms(FINDINGS_BUDGET_MS),
    ratio: findings.median / FINDINGS_BUDGET_MS,
    most: 1,
  });
  table.add({ what: "同一处修改，到表格自己算完、画完", ours: spread(grid) });
}
