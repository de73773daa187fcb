import type { RandomNumbers } from "../../golden/randomNumbers";
import { Headings, chineseNumber } from "./headings";
import { SECTION_TITLES } from "./openingPhrasings";
import type { Sections } from "./sections";
import { ACHIEVEMENTS, DUTIES, OFFICES, TERMS } from "./words";

const TABLES = [
  "收入支出决算总表",
  "收入决算表",
  "支出决算表",
  "财政拨款收入支出决算总表",
  "一般公共预算财政拨款支出决算表",
  "一般公共预算财政拨款基本支出决算表",
  "一般公共预算财政拨款“三公”经费支出决算表",
  "政府性基金预算财政拨款收入支出决算表",
  "国有资本经营预算财政拨款支出决算表",
];

/** The sections in the order of their titles. */
const BODY: readonly ((write: Sections) => void)[] = [
  (write) => {
    write.total();
  },
  (write) => {
    write.revenue();
  },
  (write) => {
    write.expenditure();
  },
  (write) => {
    write.fiscalTotal();
  },
  (write) => {
    const { draft } = write;
    draft.plain("（一）财政拨款支出决算总体情况\n");
    write.fiscalShare();
    draft.plain("\n（二）财政拨款支出决算结构情况\n");
    write.structure();
    draft.plain("\n（三）财政拨款支出决算具体情况\n");
    write.items();
  },
  (write) => {
    write.basic();
  },
  (write) => {
    const { draft } = write;
    draft.render("（一）{san}经费财政拨款支出决算总体情况说明\n");
    write.three();
    draft.render("\n（二）{san}经费财政拨款支出决算具体情况说明\n");
    write.threeShares();
  },
  (write) => {
    write.fund();
  },
  (write) => {
    write.capital();
  },
  (write) => {
    write.operating();
  },
  (write) => {
    write.meetings();
  },
  (write) => {
    write.procurement();
  },
  (write) => {
    write.assets();
  },
  (write) => {
    write.performance();
    write.draft.plain("\n");
    write.distractor();
  },
  (write) => {
    write.draft.render("{our}没有独立网站，决算在政府门户网站的预决算公开专栏公开。");
  },
];

/** Cover, contents and five parts. */
export function writeDocument(write: Sections): void {
  const { draft, unit } = write;
  const { random } = draft;
  const titles = SECTION_TITLES.slice(0, random.pick([14, 15]));
  const isLong = unit.classes.length > 3;
  draft.render("{unitName}{year}年度部门决算公开\n\n目录\n第一部分 {unitName}概况\n");
  draft.render("一、部门职责\n二、机构设置及决算单位构成\n第二部分 {year}年度部门决算表\n");
  TABLES.forEach((title, index) => {
    draft.plain(`${chineseNumber(index + 1)}、${title}\n`);
  });
  draft.render("第三部分 {year}年度部门决算情况说明\n");
  titles.forEach(([title, other], index) => {
    draft.plain(`${chineseNumber(index + 1)}、`);
    draft.mark("contents", title, other);
    draft.plain("\n");
  });
  draft.render("第四部分 名词解释\n第五部分 附件\n\n第一部分 {unitName}概况\n一、部门职责\n");
  writeOverview(write, isLong);
  draft.render(
    "第二部分 {year}年度部门决算表\n（见附表）\n\n第三部分 {year}年度部门决算情况说明\n",
  );
  const headings = new Headings(draft);
  titles.forEach(([title], index) => {
    headings.write(title);
    BODY[index]?.(write);
    draft.plain("\n");
  });
  draft.plain("\n第四部分 名词解释\n");
  TERMS.slice(0, isLong ? TERMS.length : 4).forEach(([term, meaning], index) => {
    draft.plain(`${chineseNumber(index + 1)}、${term}：${meaning}\n`);
  });
  if (isLong) writeClassTerms(write);
  draft.plain("\n第五部分 附件\n");
  if (random.chance(0.8)) writeReport(write, isLong);
}

function writeClassTerms({ draft, unit }: Sections): void {
  for (const { name, items } of unit.classes) {
    for (const { section, item } of items) {
      draft.plain(`${name}（类）${section}（款）${item}（项）：反映用于${item}方面的支出，`);
      draft.plain("包括保障机构正常运转、完成日常工作任务和事业发展目标所发生的支出。\n");
    }
  }
}

/** The projects one by one; their figures stand in the 说明, too. */
function writeProjects({ draft, unit, statements }: Sections): void {
  draft.plain("（三）项目支出绩效情况\n");
  const items = unit.classes.flatMap((each) => each.items);
  items.forEach((item, index) => {
    draft.plain(`${String(index + 1)}.`);
    statements.completion(
      `${item.item}项目`,
      `item${String(index)}`,
      item.amount,
      item.budget,
      unit.fiscalBudget,
    );
    draft.plain("绩效目标完成情况：");
    for (const done of shuffled(ACHIEVEMENTS, draft.random)) draft.plain(`${done.slice(2)}；`);
    draft.plain("项目实施程序规范，资金拨付及时，未发现截留挪用。\n");
  });
}

function shuffled<T>(all: readonly T[], random: RandomNumbers): readonly T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(random.integer(0, left.length - 1), 1));
}

function writeOverview({ draft }: Sections, isLong: boolean): void {
  const duties = DUTIES.slice(0, isLong ? DUTIES.length : 4);
  draft.render("{unitName}的主要职责是：\n");
  duties.forEach((duty, index) => {
    const mark = index === duties.length - 1 ? "。" : "；";
    draft.plain(`（${chineseNumber(index + 1)}）${duty}${mark}
`);
  });
  draft.plain("二、机构设置及决算单位构成\n");
  const offices = OFFICES.slice(0, draft.random.integer(2, OFFICES.length)).join("、");
  draft.render(`（一）内设机构设置。{unitName}内设机构包括：${offices}。\n（二）决算单位构成。`);
  draft.render("{unitName}{year}年部门决算汇总公开单位构成包括：{unitName}本级。\n\n");
}

/** The year's work in prose, whose numbers are of other things than money. */
function writeReport(write: Sections, isLong: boolean): void {
  const { draft } = write;
  draft.render("{year}年度部门整体支出绩效评价报告\n一、单位基本情况\n");
  write.introduction();
  draft.plain("\n二、资金使用情况\n");
  write.wholeYear();
  draft.plain("\n");
  write.basicChange();
  draft.plain("\n");
  write.tree();
  draft.plain("\n");
  write.trap();
  draft.plain("\n三、绩效情况\n");
  for (const done of ACHIEVEMENTS.slice(0, isLong ? ACHIEVEMENTS.length : 2))
    draft.plain(`${done}。\n`);
  write.distractor();
  draft.plain("\n");
  if (isLong) writeProjects(write);
  draft.plain(
    "四、存在的问题和改进措施\n预算编制的精细化程度有待提高，下一步将加强支出进度管理，提高资金使用效益。\n",
  );
}
