import type { FigureAt } from "../../disclosure/figure";
import type { CellChange } from "../../checking/finding";
import { evaluationCheck } from "./evaluationCheck";

/** So much of a text is quoted. */
const QUOTED = 30;

export const goalsAlike = evaluationCheck(
  {
    code: "K433",
    id: "evaluation-goals-alike",
    title: "预期目标各处写法一致",
    why: "自评表、情况说明和报告写的是同一个年度目标，写法不同会被问",
    level: "advice",
  },
  ({ form: { expectedGoals }, goals, goalsAt }, found) => {
    const own = expectedGoals?.text.trim() ?? "";
    if (!goals || areAlike(own, goals.text)) return [];
    const { cell: there } = goals.at;
    const at: readonly FigureAt[] = [goalsAt, goals.at];
    const change = (cell: CellChange["cell"] | undefined, before: string, after: string) =>
      cell ? [{ cell, before: before === "" ? null : before, after }] : [];
    if (own === "") {
      const words = `自评表的预期目标空白，补充资料的“${goals.label}”已经写了：“${quoted(goals.text)}”。两处是同一个目标，请填成一样。`;
      const changes = change(goalsAt.cell, "", goals.text);
      return [found(words, at, { remedy: { press: "填入自评表", changes } })];
    }
    const changes = change(there, goals.text, own);
    const words =
      goals.text === ""
        ? `补充资料的“${goals.label}”空白，自评表的预期目标已经写了：“${quoted(own)}”。情况说明和报告用的是补充资料的，请填成一样。`
        : `自评表的预期目标写的是“${quoted(own)}”，补充资料的“${goals.label}”写的是“${quoted(goals.text)}”，情况说明和报告用的是后一种。请统一。`;
    const press = goals.text === "" ? "填入补充资料" : "统一用自评表的写法";
    return [found(words, at, { remedy: { press, changes } })];
  },
);

/** A shorter wording of the same in one place is none of our business. */
function areAlike(own: string, other: string): boolean {
  if (own === "" || other === "") return own === other;
  const [one, another] = [plain(own), plain(other)];
  return one.includes(another) || another.includes(one);
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/[\s。;,]/gu, "");
}

function quoted(text: string): string {
  const line = text.replace(/\s+/gu, "");
  return line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
}
