import { explainUseCaseTrouble, explainWorkbookTrouble } from "../application/messages";
import { UseCaseError, type UseCaseErrorCode } from "../application/useCaseError";
import { WorkbookError } from "../ports/workbookPorts";
import { systemErrorCode } from "./systemError";

const SYSTEM_TROUBLES: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件，请检查文件名和所在文件夹。",
  ENOTDIR: "没有这个文件，请检查文件名和所在文件夹。",
  EISDIR: "这是文件夹，请写明里面的工作簿文件。",
  EACCES: "没有权限打开，请检查文件权限，或把文件复制到自己的文件夹再试。",
  EPERM: "没有权限打开，请检查文件权限，或把文件复制到自己的文件夹再试。",
  EBUSY: "文件正被别的程序占用，请在 Excel 或 WPS 中关闭它再试。",
  ENAMETOOLONG: "文件名太长，请改短后再试。",
  ENOSPC: "磁盘已满，请腾出空间后再试。",
  EROFS: "这个位置不能写入，请换一个文件夹。",
};

const ABOUT_FILES: ReadonlySet<UseCaseErrorCode> = new Set<UseCaseErrorCode>([
  "nothingRecognised",
  "noEvaluationForm",
  "alreadyRescaled",
  "notRescaled",
  "newerState",
  "damagedState",
  "unclearUnit",
  "otherUnit",
  "alreadyWanYuan",
]);

/** On the command line, beside the sentence. */
const WHAT_TO_WRITE: Partial<Readonly<Record<UseCaseErrorCode, string>>> = {
  alreadyRescaled: "还原用 gongkai rescale 工作簿 --restore -o 新文件.xlsx。",
  unclearUnit: "请用 --unit-of-figures 元 或 --unit-of-figures 万元 写明。",
  alreadyWanYuan: "数其实是元的，请加 --unit-of-figures 元。",
};

/** The sentence for a file that cannot be used; nothing for a mistake of ours. */
export function explainFileTrouble(error: unknown): string | undefined {
  if (error instanceof WorkbookError) {
    return explainWorkbookTrouble(error.code, error.detail);
  }
  if (error instanceof UseCaseError) {
    if (!ABOUT_FILES.has(error.code)) return undefined;
    const sentence = explainUseCaseTrouble(error.code, error.detail);
    return `${sentence}${WHAT_TO_WRITE[error.code] ?? ""}`;
  }
  const code = systemErrorCode(error);
  if (code === undefined) return undefined;
  return SYSTEM_TROUBLES[code] ?? `文件读写失败（${code}），请检查磁盘或网络盘后再试。`;
}

/** The sentence for a template that cannot be used; nothing for a mistake of ours. */
export function explainTemplateTrouble(error: unknown): string | undefined {
  if (!(error instanceof UseCaseError)) return undefined;
  return error.code === "unknownTemplate"
    ? `没有“${error.detail}”这个模板，运行 gongkai help 可看到现有模板。`
    : explainUseCaseTrouble(error.code, error.detail);
}
