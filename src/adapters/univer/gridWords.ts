import { type ILanguagePack, mergeLocales } from "@univerjs/core";
import gridInChinese from "@univerjs/preset-sheets-core/locales/zh-CN";
import validationsInChinese from "@univerjs/preset-sheets-data-validation/locales/zh-CN";

/** Words that the grid asks for and its Chinese locale lacks; without them it shows their keys. */
const MISSING = {
  "sheets-formula": {
    progress: {
      analyzing: "正在分析公式",
      calculating: "正在计算",
      "array-analysis": "正在分析数组公式",
      "array-calculation": "正在计算数组公式",
      done: "计算完成",
    },
  },
  "sheets-filter": {
    command: { "not-valid-filter-range": "所选区域只有一行，不能筛选" },
  },
  "sheets-hyper-link": {
    message: { refError: "引用的单元格已不存在" },
  },
  "sheets-ui": {
    merge: {
      confirm: {
        warning: "提示",
        dismantleMergeCellWarning: "这样会拆开一些合并的单元格。要继续吗？",
      },
    },
    filter: {
      confirm: {
        error: "不能这样操作",
        notAllowedToInsertRange: "筛选时不能在这里移动单元格，请先取消筛选",
      },
    },
    info: { error: "错误", forceStringInfo: "以文本形式存储的数字" },
    borderLine: {
      borderTlbr: "左上到右下斜线",
      borderTlbcTlmr: "左上两条斜线",
      borderTlbrTlbcTlmr: "左上三条斜线",
      borderBlTr: "左下到右上斜线",
      borderMltrBctr: "右上两条斜线",
    },
  },
  ui: { ribbon: { menu: "菜单" } },
};

type Words = Readonly<Record<string, unknown>>;

function isWords(value: unknown): value is Words {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withMissing(words: Words, missing: Words): Words {
  const added = Object.entries(missing).map(([key, value]): [string, unknown] => {
    const own = words[key];
    return [key, isWords(own) && isWords(value) ? withMissing(own, value) : (own ?? value)];
  });
  return { ...words, ...Object.fromEntries(added) };
}

export const GRID_WORDS = withMissing(
  mergeLocales(gridInChinese, validationsInChinese),
  MISSING,
) as ILanguagePack;
