const count = (value: number) => String(value);

/** What the page says beside what the pane says. */
export const strings = {
  grid: "表格",
  gridEntry: "单元格。按 F6 到窗格，按 Shift+F6 到页面工具栏",
  gridKeys: "表格里 Tab 换单元格；按 F6 到窗格，按 Shift+F6 到页面工具栏。",
  sidebar: "侧边栏",
  resizeSidebar: "调整侧边栏的宽度",
  closeSidebar: "关闭侧边栏",
  toPane: "跳到窗格",
  pastGrid: "跳过表格",
  files: "文件",
  open: "打开…",
  opening: "正在打开…",
  saveAs: "另存为 .xlsx",
  saving: "正在保存…",
  sample: "看示例",
  sampleName: "示例：石峰区清水塘关停企业事务中心 2020 年度",
  local: "一切都在本机完成，不联网、不上传。",
  drop: "松开鼠标，打开这个文件",
  onlyOne: "一次打开一个文件。",
  resize: "调整右侧窗格的宽度",
  loadingGrid: "正在准备表格…",
  replace: "现在的表格里有还没另存的改动，打开别的文件后就没有了。要继续吗？",
  fileName: (unit: string, year: string) =>
    year === "" ? "决算公开.xlsx" : `${unit}${year}年度部门决算公开.xlsx`,
  trouble: "没有做成",
  close: "知道了",
  opened: (name: string, tables: number) =>
    `已打开“${name}”，认出 ${count(tables)} 张表，按样表重新排好。`,
  leftBehind: "图表、批注和表以外的内容没有带过来；原文件没有改动。",
  missing: "没有找到，已排成空表：",
  sheets: "没有带过来的工作表：",
  problems: (problems: number) => `没能用上的地方（${count(problems)}）`,
} as const;
