import { CALCULATION_SHEET, CALCULATION_SHEETS } from "../domain/workbook/resultSheets";
import type { WorkbookErrorCode } from "../ports/workbookPorts";
import type { UseCaseErrorCode } from "./useCaseError";

const OLD_FORMATS: Readonly<Record<string, string>> = {
  xlsb: "这是二进制的 .xlsb 文件",
  webArchive: "这是“单个文件网页”",
  html: "这个网页里没有表格，表格可能在它旁边的文件夹里",
};
const SAVE_AS = "请在 Excel 或 WPS 中另存为 .xlsx 后再试。";

/** What happened, and what to do. */
const WORKBOOK_TROUBLES: Readonly<Record<WorkbookErrorCode, string>> = {
  notAWorkbook: "这不是 Excel 工作簿，请换成 .xlsx、.xls 或 .ods 文件。",
  oldFormat: `这是旧格式的表格，${SAVE_AS}`,
  damaged: "文件已损坏，读不全。请在 Excel 或 WPS 中打开并修复后另存，或向提供文件的人重新要一份。",
  encrypted: "文件设了打开密码，请在 Excel 或 WPS 中取消密码、另存后再试。",
  tooLarge: "文件太大。请只留下决算公开表，删去多余的工作表和空白行列后另存再试。",
  writeTooLarge:
    "这一步要写的内容超过了 Excel 一次能接收的量，没有写进去。请用电脑上安装的 Excel 打开本工作簿再试；也可以在本工具的网页里套好表，另存为 .xlsx 再打开。",
  hostile: "文件里有 Excel 不会写入的内容，为安全起见没有读取。请在 Excel 或 WPS 中另存一份再试。",
  emptyWorkbook: "工作簿是空的，请确认选对了文件。",
  timeout: "读取用时过长，已停止。请只留下决算公开表，另存后再试。",
  sheetExists: "已有同名的工作表，请先给它改名。",
  sheetMissing: "需要的工作表找不到了，请重新打开工作簿再试。",
  sheetHidden:
    "要去的工作表是隐藏的，没有跳过去。请在任一表名上点右键，选“取消隐藏”，选中它显示出来，再点一次。",
  sheetVeryHidden:
    "要去的工作表是用程序藏起来的，右键“取消隐藏”里没有它，没有跳过去。请找设置它的人显示出来，再点一次。",
  changedMeanwhile: "工作簿里的内容刚刚改动过，请再试一次。",
  protected: "工作表受保护，请先撤销工作表保护。",
  invalidPlan: "要写入的内容超出了表格的限度（软件问题，不是您的数据问题）。",
  writeIncomplete: "内容没有全部写进去。请再试一次；仍然不行，请保存后重新打开工作簿再试。",
  partlyWritten: "只写进了一部分就停了。请在“套表”页按“撤回”，再试一次。",
  repairPartly:
    "修复没有做完：公式和数字没有动，格式、校验和标记可能只恢复了一部分。请再按一次“修复版式”。",
  repairMisplaced:
    "修复时表里的行正好移动了：公式和数字没有动，格式、校验和标记可能落到了别的行。请核对后再按一次“修复版式”。",
  takenBackPartly: "撤回没有做完。请再按一次“撤回”。",
  marksLeft: "标记可能只清除了一部分。请再按一次“清除标记”。",
  workbookProtected: "工作簿的结构受保护，不能增删工作表。请在“审阅”中撤销工作簿保护后再试。",
  accessDenied: "Excel 不允许写入。请确认工作簿不是只读、没有被别人占用，也没有受保护，然后再试。",
  editingCell: "有单元格正在编辑。请先按回车键或 Esc 键结束编辑，再试一次。",
  hostBusy: "Excel 正忙，没有来得及处理。请关闭打开的对话框，稍等片刻再试。",
  hostRefused:
    "Excel 没有执行这一步。请切换到本工作簿的窗口再试；仍然不行，请保存后重新打开工作簿。",
  hostTooOld: "这个版本的 Excel 不支持这项功能，请更新 Excel，或改用 Excel 2021 以上版本。",
};

const HAND_IN = "或者照着原件手工填写。";
const NO_WORKBOOKS: Readonly<Record<string, string>> = {
  doc: "这是旧格式的 Word 文档（.doc），请在 Word 或 WPS 中另存为 .docx 后再试。",
  pdf: `这是 PDF 文件，里面的数不能可靠地读出来；请向当时编报的人要 Excel 或 Word 原件，${HAND_IN}`,
  picture: `这是图片或扫描件，里面的数读不出来；请向当时编报的人要 Excel 或 Word 原件，${HAND_IN}`,
  noText: "这不是能核对的文稿，请换成 Word 文档（.docx）或纯文本（.txt）。",
  emptyText: "文稿里没有文字，请确认选对了文件；文字若是图片，读不出来，请换成能选中文字的文稿。",
  docxWithoutTables: `这份 Word 文档里没有表格；表格若是贴进去的图片，读不出来，请向当时编报的人要 Excel 原件，${HAND_IN}`,
};

/** With what the detail adds for the person, where it says something to them. */
const DETAILED_TROUBLES: Partial<
  Readonly<Record<WorkbookErrorCode, (detail: string) => string | undefined>>
> = {
  notAWorkbook: (kind) => (Object.hasOwn(NO_WORKBOOKS, kind) ? NO_WORKBOOKS[kind] : undefined),
  oldFormat: (format) => {
    const kind = OLD_FORMATS[format];
    return kind === undefined ? undefined : `${kind}，${SAVE_AS}`;
  },
  protected: (sheets) =>
    `工作表${sheetList(sheets)}受保护，没有改动。请先在“审阅”中撤销工作表保护，再试一次。`,
  sheetHidden: (sheet) =>
    CALCULATION_SHEETS.includes(sheet)
      ? `“${sheet}”是套表带的隐藏页，供${sheet === CALCULATION_SHEET ? "审核" : "情况说明"}计算用，不用填，没有跳过去。要看，请在任一表名上点右键，选“取消隐藏”，再点一次。`
      : `工作表“${sheet}”是隐藏的，没有跳过去。请在任一表名上点右键，选“取消隐藏”，选中它显示出来，再点一次。`,
  sheetVeryHidden: (sheet) =>
    `工作表“${sheet}”是用程序藏起来的，右键“取消隐藏”里没有它，没有跳过去。请找设置它的人显示出来，再点一次。`,
  marksLeft: (left) => `标记没有清完，还有 ${left} 张表。请再按一次“清除标记”。`,
  changedMeanwhile: (place) => `${place} 刚刚改动过，保留改动后的内容，没有写入。请再试一次。`,
  repairMisplaced: (sheet) =>
    `修复时工作表“${sheet}”里的行正好移动了：公式和数字没有动，格式、校验和标记可能落到了别的行。请核对这张表，再按一次“修复版式”。`,
  takenBackPartly: (sheets) => `撤回没有做完，还剩这些工作表：${sheets}。请再按一次“撤回”。`,
};

const NAMED_SHEETS = 5;

/** As many as can be read at a glance. */
function sheetList(lines: string): string {
  const names = lines.split("\n");
  const named = names
    .slice(0, NAMED_SHEETS)
    .map((name) => `“${name}”`)
    .join("、");
  return names.length > NAMED_SHEETS ? `${named}等 ${String(names.length)} 张` : named;
}

const USE_CASE_TROUBLES: Readonly<Record<UseCaseErrorCode, (detail: string) => string>> = {
  unknownTemplate: (id) => `没有“${id}”这个模板。`,
  unknownNarrative: (detail) => {
    const [asked = "", known = ""] = detail.split("\n");
    const others = known === "" ? "" : `，可以写 ${known}`;
    return `模板里没有“${asked}”这种情况说明${others}。`;
  },
  noSigningKey: () => "签名用的私钥不对，请用 gongkai template keygen 生成的 .key 文件。",
  faultyTemplate: (detail) => {
    const [id = "", ...problems] = detail.split("\n");
    return `模板 ${id} 有错，不能使用，请交给编写模板的人修改：\n${problems.map((line) => `  ${line}`).join("\n")}`;
  },
  brokenTemplate: (detail) => {
    const [file = "", line = "", column = ""] = detail.split("\n");
    return `模板文件 ${file} 第 ${line} 行第 ${column} 个字起不是正确的 JSON，请检查这里和前一行的逗号、引号、括号，改好后再试。`;
  },
  newerTemplate: (id) => `模板 ${id} 是为更新的版本编写的，请更新本程序后再用。`,
  nothingRecognised: () =>
    "没有认出任何一张决算公开表。请确认工作簿里有公开表，且表名、栏目名与样表一致。",
  noLastYear: () =>
    "上年的文件里没有认出任何一张决算公开表。请确认选的是上年的公开表，且表名、栏目名与样表一致。",
  thisYear: (year) =>
    `选的是本年（${year}年度）的表，不能当上年的用，没有取。请选${String(Number(year) - 1)}年度的公开表。`,
  textOfThisYear: (detail) => {
    const [found = "", year = ""] = detail.split("\n");
    return `文稿写的是${found}年度，工作簿是${year}年度，不是上年的文稿，没有更新。请选${String(Number(year) - 1)}年度的文稿。`;
  },
  anotherYear: (detail) => {
    const [found = "", wanted = ""] = detail.split("\n");
    return `上年的文件写的是${found}年度，要的是${wanted}年度的公开表，没有取。请换${wanted}年度的文件。`;
  },
  unknownReport: (detail) =>
    detail === ""
      ? "这个模板没有报告提纲。"
      : `没有这个名字的报告提纲，现有：${detail}。请改写名称再试。`,
  categoryGone: (category) =>
    `自评表里没有“${category}”这一类指标了，请重新选择，或按“修复版式”恢复表样。`,
  noProjectForm: () =>
    "这个模板没有项目支出绩效自评表，排不出项目的表。请去掉项目名称，或换一个有这张表的模板。",
  unknownForm: (detail) => {
    const [wanted = "", known = ""] = detail.split("\n");
    return known === ""
      ? `这个模板没有“${wanted}”，也没有别的可另排的表。`
      : `这个模板没有“${wanted}”，可另排的有：${known}。请改写名称再试。`;
  },
  noProjects: () => "工作簿里还没有项目支出绩效自评表，没有项目可列。请先加一张项目自评表。",
  noEvaluationForm: () =>
    "没有认出部门整体支出绩效自评表。请确认工作簿里有这张表，且表名与样表一致。",
  alreadyRescaled: () =>
    "这套表已经由元换算成万元、做过舍位平衡，不能再做一次。请用元的原表来做；原表不在手边的，可先还原成元。",
  linesGone: () =>
    "隐藏的“说明计算”页里，这一段要用的行已经不在，没有恢复。请先按“套表”页的“修复版式”；还不行，请重新套一套表，再从这个工作簿取数。",
  tableMissing: () => "情况说明要取数的表或栏缺了，公式写不全，没有恢复。请先把缺的表补上。",
  paragraphGone: () =>
    "这一段所在的行已经删去，没有恢复。请在表里插入一行，把这一段复制过去，再按“恢复自动取数”。",
  otherNarrative: () =>
    "没有认出套表排出的情况说明（或隐藏的“说明计算”页已不在），没有更新。请重新套一套表，再从这个工作簿取数。",
  paragraphsCurrent: () => "情况说明里各项的段落与表里的科目一致，没有要加减的，什么也没有改。",
  notRescaled: () => "这个工作簿里没有留存元的原数，不能还原：它不是本软件由元换算出来的。",
  newerState: () => "这个工作簿是用更新的版本做的，请更新加载项后再试。",
  damagedState: () =>
    "这个工作簿里留存的元的原数已被改坏，读不出来，也就不能断定是否换算过。请用元的原表来做。",
  damagedReasons: () =>
    "这个工作簿里留存的内容已被改坏，读不出来，说明没有记下。请打开改坏以前存的工作簿，或另套一套、从这里取数，再写说明。",
  rescaledTemplate: (id) => `模板 ${id} 的公开表以元为单位，不需要换算成万元。`,
  unclearUnit: (detail) => `不能确定这些数是元还是万元：${detail}`,
  otherUnit: (detail) => detail,
  alreadyWanYuan: () => "这些数已经是万元，不需要换算。",
  nothingToAdopt: () =>
    "工作簿里没有要加审核的表：没有认出公开表，或者这套表是本工具套出来的，已经带着审核。",
  auditNameTaken: (names) =>
    `工作簿里已有您自己的${sheetList(names)}，审核要用这个表名，没有写入。请给它改个名，再按一次。`,
  writtenOnAudit: (cells) =>
    `“审核”表里有您自己写的内容（${cells.split("\n").slice(0, NAMED_SHEETS).join("、")}），更新会把它去掉，没有更新。请先移到别的表，再按一次。`,
};

/** The sentence for a workbook that refuses: what happened, and what to do. */
export function explainWorkbookTrouble(code: WorkbookErrorCode, detail: string): string {
  const words = detail === "" ? undefined : DETAILED_TROUBLES[code]?.(detail);
  return words ?? WORKBOOK_TROUBLES[code];
}

export function explainUseCaseTrouble(code: UseCaseErrorCode, detail: string): string {
  return USE_CASE_TROUBLES[code](detail);
}

export function isUseCaseTrouble(code: string): code is UseCaseErrorCode {
  return code in USE_CASE_TROUBLES;
}

export function isWorkbookTrouble(code: string): code is WorkbookErrorCode {
  return code in WORKBOOK_TROUBLES;
}
