import type { ExtraKind, Untold, WorkbookExtras } from "../workbook/workbookExtras";
import { line, type ReadinessLine, type Topic } from "./readinessLine";

const WHY: Readonly<Record<Untold, string>> = {
  hostTooOld: "这个版本的 Excel 不告诉加载项。请在 Excel 的“文件－信息－检查文档”里看",
  host: "加载项看不到。请在 Excel 或 WPS 里打开要公开的文件查看",
  format: "只能从 .xlsx 里看到，这种文件里没有看。请另存为 .xlsx 再查",
};

/** Undefined where the host, or the file, does tell. */
export function untoldLine(
  topic: Topic,
  { untold }: WorkbookExtras,
  kind: ExtraKind,
  about: string,
): ReadinessLine | undefined {
  const why = untold.get(kind);
  return why && line(topic, "unchecked", `没有检查${about}：${WHY[why]}。`);
}
