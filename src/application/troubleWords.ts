import type { Trouble } from "./draftingState";
import {
  explainUseCaseTrouble,
  explainWorkbookTrouble,
  isUseCaseTrouble,
  isWorkbookTrouble,
} from "./messages";

const FILES_MISSING =
  "加载项的文件没有取全：网络断了，或提供加载项的网站正在更新。您的数据没有离开本机。请过几分钟，关闭窗格后再打开。";

/** What happened, and what to do next: one sentence for every front end with a pane or a dialog. */
export function troubleWords({ code, detail }: Trouble): string {
  if (code === "unexpected") return unexpected(detail);
  if (code === "filesMissing") return FILES_MISSING;
  if (isUseCaseTrouble(code)) return explainUseCaseTrouble(code, detail);
  if (code === "sheetExists" && detail !== "") {
    return `已有名为“${detail}”的工作表，一张表也没有新增。请先给它改名，再套表。`;
  }
  return explainWorkbookTrouble(code, detail);
}

/** As it came in an address; one that nobody knows is a bug of ours. */
export function troubleNamed(code: string, detail: string): Trouble {
  const isKnown = code === "filesMissing" || isUseCaseTrouble(code) || isWorkbookTrouble(code);
  if (isKnown) return { code, detail };
  return { code: "unexpected", detail };
}

function unexpected(detail: string): string {
  return `软件出错了，不是您的数据问题。请重新审核；仍然出错，请把这句话转给维护人员：${detail}`;
}
