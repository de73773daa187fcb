import type { Urgency } from "../application/findingWords";
import type { PrintedYear } from "../domain/intake/otherYears";
import type { Finding, GivenReason } from "../domain/checking/finding";
import type { WriteStep } from "../ports/workbookPorts";

const count = (value: number) => String(value);

const STEPS = {
  checking: "先看工作簿里有什么。",
  readingBack: "写完，正在逐格核对。",
  takingBack: "没有写成，正在恢复原样。",
} as const;

/** Everything the pane says of itself. What it says about figures comes from the domain. */
export const strings = {
  paneName: "决算公开助手",
  noUnit: "还没有单位名称",
  noTables: "还没有公开表",
  lastCheck: (time: string) => `上次审核 ${time}`,
  stale: "有改动，正在审核…",
  notChecked: "之后没有审核成，稍后自动再试",
  checkAgain: "重新审核",
  byHand: "Excel 设成了手动计算，表里的合计可能还是旧的，请按 F9 重算；这里的审核已按明细另算。",
  tabList: "决算公开的各项工作",
  tabs: { layOut: "套表", check: "审核", score: "自评", narrative: "说明", publish: "公开" },
  starting: "正在读取工作簿…",
  close: "关闭",
  copy: "复制",
  copied: "已复制",
  copyFailed: "没能复制，请选中文字后按 Ctrl+C",
  sample: "看示例",
  goTo: (place: string, words: string) => `定位到 ${place}：${words}`,
  goToCell: (place: string) => `定位到 ${place}`,
  trouble: "没有做成",

  empty: {
    check: "工作簿里还没有认出公开表。套一套新表，或打开已有的公开表后，审核结果列在这里。",
    score: "工作簿里没有部门整体支出绩效自评表。套表后填写分值和得分，总分随填随算。",
    narrative: "情况说明从公开表里取数。工作簿里有了公开表，说明就写在这里。",
    publish: "工作簿里还没有公开表。",
    toLayOut: "去套表",
  },

  layOut: {
    heading: "套一套新表",
    template: "模板",
    unit: "单位名称",
    unitMissing: "请填写单位名称，它要印在每张表上。",
    year: "决算年度",
    yearWrong: "请填四位数的年度。",
    projects: "项目（一个项目一张自评表）",
    projectsHint: "每行写一个专项名称；没有项目支出的空着，以后也可以在“自评”里加。",
    forms: "另排的表",
    form: (name: string) => `另排《${name}》`,
    narrative: "情况说明的节次",
    narrativeOfTemplate: "按模板",
    adds: (sheets: number, hidden: number) =>
      `将新增 ${count(sheets)} 张工作表${hidden === 0 ? "" : `，另有 ${count(hidden)} 张隐藏的计算页`}。已有的工作表不动。`,
    present: "工作簿里已经有这套表，不必再套。",
    taken: (names: readonly string[]) =>
      `已有同名的工作表：${names.join("、")}。请先改名，再套表。`,
    press: "套表",
    pressWithFigures: "套表并取数",
    noTemplates: "没有可用的模板。",
    previewing: "正在看模板里有哪些表…",
    previewFailed: "这个模板读不出来，请换一个模板。",
    sampleNote: "想先看看填好的样子？",
  },
  intake: {
    heading: "取数",
    note: "从决算软件导出的表或别处的公开表里取数：按表名、栏目和编码认，不看位置。可以一次选几个文件；文件只读不改，数据不出本机。",
    choose: "选择文件…",
    chooseOthers: "重选文件…",
    close: "不取了",
    reading: (files: number) => `正在读取 ${count(files)} 个文件…`,
    file: (name: string) => `《${name}》：`,
    found: (tables: number, figures: number) =>
      `认出 ${count(tables)} 张表，${count(figures)} 个数。`,
    missing: (titles: string) => `没有${titles}，这些表不取数。`,
    leftOut: (titles: string) => `不取${titles}。`,
    units: (names: readonly string[]) =>
      `文件里有 ${count(names.length)} 个单位名称：${names.join("，")}。请确认是同一个单位的表，再取数。`,
    unit: (name: string, tables: number, others: number) =>
      others === 0
        ? `${name}（${count(tables)} 张表）`
        : `${name}（取 ${count(tables)} 张表，另有 ${count(others)} 张重复的不取）`,
    unread: (cells: number) => `有 ${count(cells)} 格写的不是数，不算数：`,
    moreUnread: (cells: number) => `看其余 ${count(cells)} 格`,
    figures: (figures: number) => `${count(figures)} 个数`,
    unitOf: (title: string) => `${title}的金额单位`,
    unitBy: {
      heading: (unit: string) => `单位：${unit}`,
      size: (unit: string) => `单位：${unit}（没有印，按数的大小与别的表相比）`,
      person: (unit: string) => `单位：${unit}（您选的）`,
      empty: () => "没有数",
    },
    questions: {
      noHeading: () => "没有印金额单位，数的大小也看不出来，请选：",
      bothUnits: (heading: string) => `印着“${heading}”，没有写明是哪一个，请选：`,
      contradiction: (heading: string) =>
        heading === ""
          ? "没有印金额单位，与别的表相比对不上，请选："
          : `印着“${heading}”，数的大小却与别的表对不上，请选：`,
      otherUnit: (heading: string) => `印着“${heading}”，请先换算成元或万元，或者：`,
    },
    moves: "看每个数填到哪一格",
    move: (from: string, value: string, to: string) => `${from} → ${to}：${value}`,
    pleaseChoose: "请选择",
    leaveOut: "不取这张表",
    otherYears: (years: readonly PrintedYear[], wanted: number) =>
      `${years
        .map(({ year, tables }) => `有 ${count(tables)} 张表写的是${String(year)}年度`)
        .join("，")}；这套表是${String(wanted)}年度的。请确认没有拿错年度的文件。`,
    problems: (problems: number) => `有 ${count(problems)} 处没有用上`,
    openQuestions: "还有表没有选定金额单位，选好才能取数。",
    rescaled: (adjusted: number) =>
      adjusted === 0
        ? "取舍成万元两位小数后各表仍然平衡，没有调整。"
        : `取舍成万元两位小数，舍位平衡调整了 ${count(adjusted)} 个数，每个只差 0.01。`,
    adjustments: (adjusted: number) => `看调整的 ${count(adjusted)} 个数`,
    adjusted: (yuan: string, rounded: string, adjusted: string) =>
      `${yuan} 元，直接舍入 ${rounded}，调整为 ${adjusted}`,
    alsoAt: (places: number) => `（同一个数共 ${count(places)} 处，一起调整）`,
    unbalanced: (places: number) =>
      `有 ${count(places)} 处怎么取舍都不能全平，保留四舍五入的数，留有尾差：`,
    givenUp: (places: number) =>
      `另有 ${count(places)} 处，表间关系太多，没有试完所有取舍就停了，留有尾差，也许调得平：`,
    unequal: (places: number) => `有 ${count(places)} 处在元数上就不平，请先核对来源：`,
    shares: (shares: number) => `有 ${count(shares)} 个百分比与按元计算的不同`,
    share: (place: string, words: string, published: string, exact: string) =>
      `${place}${words === "" ? "" : `“${words}”`}：按公开数 ${published}，按元 ${exact}`,
    intoSet: (cells: number, rows: number) =>
      cells === 0
        ? "表里的数与文件里的一样，没有要填的。"
        : `将填入 ${count(cells)} 格${rows === 0 ? "" : `，为新的科目加 ${count(rows)} 行`}。`,
    conflicts: (conflicts: number) =>
      `另有 ${count(conflicts)} 格已经填了别的数，不会动，除非您选：`,
    overwrite: (conflicts: number) => `用文件里的数换掉这 ${count(conflicts)} 格`,
    seeConflicts: "看是哪些格",
    conflict: (typed: string, taken: string) => `表里 ${typed}，文件里 ${taken}`,
    differentShape: (sheets: string) =>
      `${sheets}的行或列与样表不同，填不进去；请先修好，或另套一套。`,
    press: "取数",
  },
  lastYear: {
    heading: "上年数",
    note: "补充资料里的上年数，可从上年的公开表（工作簿或 Word 文档）里取，先看后填。",
    choose: "上年数…",
    anotherYear: (found: number, wanted: number) =>
      `文件写的是${count(found)}年度，要的是${count(wanted)}年度的公开表。`,
    takeAnyway: "仍然取这个年度的数",
    noYear: (wanted: number) => `文件里没有写年度，请确认是${count(wanted)}年度的公开表。`,
    isRightYear: (wanted: number) => `是${count(wanted)}年度的`,
    anotherUnit: (theirs: string, own: string) =>
      `文件是“${theirs}”的，这套表是“${own}”的，请确认是同一个单位。`,
    converted: "（元换算成万元）",
    standing: {
      new: () => "现在是空的。",
      same: () => "已经是这个数。",
      typed: (standing: string) => (standing === "" ? "现在是公式。" : `现在写着 ${standing}。`),
    },
    replace: "换成上年的数",
    replaceNamed: (label: string) => `${label}：换成上年的数`,
    press: (figures: number) =>
      figures === 0 ? "填入补充资料" : `填入补充资料（${count(figures)} 个数）`,
  },
  rescaled: {
    heading: "舍位平衡",
    note: "这套表由元（或小数更多的万元）取舍而来，取舍前的数留在工作簿里。",
    list: "舍位调整清单",
    listNote: "另加一张可以打印的工作表，列出调整过的数；它是工作底稿，不公开。",
    restores: (cells: number) =>
      `恢复将把 ${count(cells)} 格换回取舍前的数（万元，带全部小数），合计随之重算；之后可以重新取舍。`,
    changed: (cells: number) => `另有 ${count(cells)} 格后来改过，保留不动。`,
    cells: "看是哪些格",
    cell: (place: string, before: string, after: string) => `${place}：${before} → ${after}`,
    press: "恢复舍位前的数",
  },
  busy: {
    layOut: "正在套表…",
    restore: "正在恢复舍位前的数…",
    list: "正在列舍位调整清单…",
    fill: "正在取数…",
    repair: "正在修复版式…",
    adopt: "正在加审核…",
    removeAudit: "正在去掉审核表…",
    takeBack: "正在撤回…",
    look: "请稍候…",
  },
  step: (step: WriteStep) =>
    step.kind === "writing"
      ? `写入第 ${count(step.part)} 批，共 ${count(step.parts)} 批。`
      : STEPS[step.kind],
  done: {
    layOut: (sheets: number) =>
      `已新增 ${count(sheets)} 张工作表（含隐藏的计算页）。填数时审核随填随做。`,
    repair: (cells: number) =>
      cells === 0
        ? "公式都在；格式、校验和标记已按样表重设，数字没有动。"
        : `恢复了 ${count(cells)} 处公式；格式、校验和标记已按样表重设，数字没有动。`,
    fill: (cells: number, rows: number) =>
      `取数完成：写入 ${count(cells)} 格${rows === 0 ? "" : `，加了 ${count(rows)} 行`}。`,
    restore: (cells: number) => `已把 ${count(cells)} 格恢复成舍位前的数。`,
    list: "已加上工作表“舍位调整清单”。",
    adopted: (paneOnly: number, isMarked: boolean) =>
      `已新增“审核”表（和隐藏的“计算”页）${isMarked ? "，不符的格标了颜色" : ""}，您的表一格没有改。${paneOnly === 0 ? "" : `有 ${count(paneOnly)} 条只在窗格里审核，“审核”表上已写明。`}`,
    explained: (findings: number) => `已记下 ${count(findings)} 处的说明。`,
    reasonsWithdrawn: (findings: number) => `已撤销 ${count(findings)} 处的说明。`,
    report: (sheets: readonly string[]) => `已新增工作表：${sheets.join("、")}。`,
    sentence: "已恢复自动取数，这一段随表变化。",
    paragraphs: (added: number, removed: number) =>
      `情况说明已更新：加了 ${count(added)} 段，去掉 ${count(removed)} 段；自己改过的字句没有动。`,
    settings: "情况说明里的百分比已按选的位数重写，随工作簿保存；自己改过的字句没有动。",
    indicator: (isNewRow: boolean) =>
      isNewRow
        ? "已插入一行，加上这项指标；请再填实际完成值和得分。"
        : "已把这项指标填进空着的一行；请再填实际完成值和得分。",
    project:
      "已新增一张项目支出绩效自评表，请填资金、目标和指标；有项目清单的，再按“项目清单”重排一张。",
    mend: (cells: number) => `已改 ${count(cells)} 格。`,
    keptRows: (rows: number) => `取数时加的 ${count(rows)} 行里后来填了内容，保留未动。`,
    unset: {
      freeze: "冻结窗格没有设上。",
      pageSetup:
        "页面设置没有全部设上，多半是电脑上没有打印机：打印前请检查纸张、方向和打印标题行。",
    },
    takeBack: "撤回",
    takeBackNote: "只撤回这一步写入、之后没有再改过的内容。",
    keptTotals: (totals: number) => `有 ${count(totals)} 处合计与明细不符，保留原数，见“审核”页。`,
    keptTexts: (texts: number) => `有 ${count(texts)} 处文字是自己写的，保留未动：`,
    keptTextsNote: "要换回自动生成的文字，请清空这些格，再修复一次。",
    takenBack: "已撤回。",
    notAll: "没有全部撤回。",
    kept: "下面这些写入之后又改过，保留未动：",
    needed: "下面这些没有改过，但工作簿里留下的还要用到，也保留：",
    toCheck: "去审核",
  },
  partial: {
    layOut: (sheets: readonly string[]) =>
      sheets.length === 0
        ? "套表没有做完，可能留下了写到一半的工作表。"
        : `套表没有做完，留下 ${count(sheets.length)} 张没有写完的工作表：${sheets.join("、")}。`,
    sheetsLeft: (sheets: number) => `撤回没有做完，还剩 ${count(sheets)} 张工作表。`,
    cellsLeft: (cells: number) => `撤回没有做完，还有 ${count(cells)} 处没有退回。`,
    notTakenBack: "没有撤回成，写入的内容可能还在。",
    leftNote:
      "再按一次“撤回”可以做完。工作表看不见的，是撤回时暂时隐藏了，结束单元格编辑后会恢复显示；仍看不见，请在任一表名上点右键“取消隐藏”。",
    layOutNote: "按“撤回”删去它们；其中自己填过内容的会保留。",
    report: "审核报告没有写完，可能留下了写到一半的工作表。",
    changes: "改动清单没有写完，可能留下了写到一半的工作表。",
    adopt: "审核没有加完，可能留下了写到一半的“审核”“计算”表。",
    repair: "修复没有做完，公式、格式、校验和标记可能只恢复了一部分，数字没有动。",
    fill: "没有做完，可能只写了一部分。",
    fillNote: "按“撤回”退回以前的样子，再试一次。",
    repairNote: "再按一次“修复版式”可以做完；按“撤回”退回已恢复的公式。",
  },
  repair: {
    heading: "修复版式",
    note: "粘贴会冲掉公式、格式、校验和标记。修复后这些都恢复成样表的样子，填好的数字不动。",
    press: "修复版式",
    differentShape: "这几张表的行或列与样表不同，没有动：",
    differentShapeNote:
      "请把工作簿另存为 .xlsx，再在本工具的网页里“打开…”：各表按样表重新排好，缺的类、款补上，数字照旧。",
  },

  adopt: {
    heading: "给现有表加审核",
    note: "新增一张“审核”表，逐条审核这些表，不用打开窗格也随填随算；不符的格标上颜色。您的表一格不改，可以撤回。",
    noteWithoutMarks:
      "新增一张“审核”表，逐条审核这些表，不用打开窗格也随填随算；这里的表格不能给格子标颜色。您的表一格不改，可以撤回。",
    press: "给现有表加审核",
    standing: "“审核”表已经加上，随填随算。公开以前请去掉，表上的标记一起去掉。",
    outdated:
      "表的结构变了，审核表还是照原来的行列核对，有的条会写“数据不足”。按“更新审核表”，照现在的行列重做一张。",
    renew: "更新审核表",
    remove: "去掉审核表",
  },

  check: {
    outdated:
      "表的结构变了，“审核”表还是照原来的行列核对；请到“套表”页按“更新审核表”。下面的结果是现在的。",
    mustFix: "必须改",
    ofChecked: (checked: number) => `/ ${count(checked)} 条`,
    live: (mustFix: number) => `必须改 ${count(mustFix)} 处`,
    first: (mustFix: number, places: number) =>
      places < mustFix
        ? `这 ${count(mustFix)} 条像是出在 ${count(places)} 处，先改这 ${count(places)} 处。`
        : `先改这 ${count(mustFix)} 处，改好一处少一处。`,
    none: "没有必须改的。",
    nothingChecked: "还没有填数，一条也没有核对。",
    explainLeft: (left: number) => `另有 ${count(left)} 处改或说明。`,
    explained: (closed: number) => `已说明 ${count(closed)} 处。`,
    undetermined: (left: number) => `还有 ${count(left)} 条因数据不足没能核对，不算通过。`,
    fault: (left: number) => `有 ${count(left)} 条公式出错（软件问题，不是您的数据问题）。`,
    coverage: "核对情况",
    states: {
      passed: "通过",
      roundingTail: "尾差",
      failed: "不符",
      undetermined: "数据不足",
      notApplicable: "不适用",
      relationFault: "公式出错",
    },
    notes: {
      "must-hold": "",
      explain: "",
      advice: "",
      undetermined: "缺数或认不出，没能核对，不算通过。",
      tail: "四舍五入造成的差，可不改。",
      explained: "数字一变就重新列出。",
      relationFault: "软件问题，不是您的数据问题，请转给维护人员。",
    } satisfies Record<Urgency, string>,
    kinds: { figures: "数据", form: "表样", text: "文字" } satisfies Record<
      Finding["kind"],
      string
    >,
    wholeSet: "整套表",
    places: (same: number) => `共 ${count(same)} 处`,
    moreCells: (cells: number) => `等 ${count(cells)} 格`,
    more: (gap: string) => `多 ${gap}`,
    less: (gap: string) => `少 ${gap}`,
    tail: "尾差",
    twoPrints: "两处取舍不一致",
    suspectedTail: "可能是尾差",
    details: "详情",
    relation: "关系",
    figures: "代入",
    why: "理由",
    authority: "依据",
    house: "本工具自定，不代表任何部门的要求",
    cells: "涉及",
    gap: "差额",
    codes: "编号",
    becomes: (place: string, before: string, after: string) => `${place}：${before} → ${after}`,
    suspect: "可能填错：",
    otherSuspect: "也可能：",
    beforeAfter: (before: string, after: string) =>
      `${before === "" ? "空白" : before} → ${after === "" ? "空白" : after}`,
    changeTo: (after: string) => (after === "" ? "改为空白" : `改为 ${after}`),
    changeBoth: "改这两格",
    moreSuspects: (more: number) => `另有 ${count(more)} 种可能，见详情。`,
    sameReason: (findings: number) => `同一处还引起 ${count(findings)} 条：`,
    filter: {
      byTable: "按表筛选",
      byKind: "按类别筛选",
      allTables: "全部表",
      allKinds: "全部类别",
      none: "这样筛选没有问题。",
    },
    demonstration: {
      heading: "查错演示",
      note: "在副本上改错几个数，看审核能查出什么。表里的数不动。",
      press: "演示",
      running: "正在演示…",
    },
    changes: (changes: number) => `看 ${count(changes)} 格各改成什么`,
    blank: "空白",
    reason: {
      closed: "说明：",
      reopened: "原说明，数字已变：",
      noted: "说明：",
    } satisfies Record<GivenReason["state"], string>,
    writeReason: "写说明",
    writeNote: "写说明（仍须改正）",
    changeReason: "改说明",
    ready: "常用说明",
    lastYears: (words: string) => `上年：${words}`,
    recordFor: "用于",
    onlyThis: "只这一处",
    sameRelation: (code: string, findings: number) => `${code} 的 ${count(findings)} 处`,
    sameTable: (findings: number) => `本表改或说明的 ${count(findings)} 处`,
    allToExplain: (findings: number) => `全部改或说明的 ${count(findings)} 处`,
    recordReason: "记下说明",
    withdrawReason: "撤销说明",
    noFindings: "各条都核对相符。",
    thisCell: "查看本格",
    cell: (place: string) => `本格 ${place}`,
    cellClose: "收起",
    cellClean: "这一格没有发现问题。",
    cellOutside: "这一格不在认出的公开表里，没有核对。",
  },

  score: {
    total: "总分",
    points: "分",
    missing: "还有没填的得分或金额，总分算不出来",
    rate: (percent: string) => `预算执行率 ${percent}`,
    of: (full: string, lost: string) =>
      lost === "0" ? `满分 ${full}` : `满分 ${full}，共扣 ${lost}`,
    lost: (points: string) => `扣 ${points}`,
    blank: "未填",
    byRule: (points: string) => `按规则应得 ${points}`,
    byQuality: (word: string, from: string, to: string) => `“${word}”一档得 ${from}～${to} 分`,
    dropped: "不适用",
    reached: (score: string, weight: string) => `${score} / ${weight}`,
    findings: "自评表的问题",
    noFindings: "分值、得分和等级没有问题。",
    chart: "各项得分",
    weights: {
      total: (given: string) => `分值合计 ${given} / 100`,
      rescaled: (given: string) => `分值合计 ${given}，有不适用的，总分折算为 100 分`,
      of: (given: string, wanted: string) => `${given} / ${wanted} 分`,
      alone: (given: string) => `${given} 分`,
      short: (points: string) => `还差 ${points}`,
      over: (points: string) => `多 ${points}`,
      open: (rows: number) => `${count(rows)} 项没有分值`,
    },
    add: {
      open: "加一项指标",
      category: "放在",
      name: "三级指标",
      nameMissing: "请写指标名称",
      target: "年度指标值",
      targetHint: "如 ≥95%、2138 本、2020 年 12 月",
      weight: "分值",
      weightWrong: "请填大于 0、不超过 100 的数",
      press: "加到表里",
      cancel: "取消",
    },
    project: {
      open: "加一张项目自评表",
      list: "项目清单",
      name: "专项名称",
      nameMissing: "请写专项名称",
      press: "加上这张表",
      cancel: "取消",
    },
  },

  narrative: {
    gaps: (gaps: number) => `还缺 ${count(gaps)} 个数或原因，点黄色的缺项去补填。`,
    complete: "各处都已有数。点一个数，跳到它取自的格。",
    gap: (label: string) => `缺：${label}`,
    noCell: "工作簿里没有填它的地方",
    copySection: (title: string) => `复制“${title}”`,
    copyAll: "复制全文",
    more: "更多",
    foldAll: "全部收起",
    unfoldAll: "全部展开",
    states: {
      automatic: "自动",
      edited: "已手工修改",
      added: "自己加的",
      removed: "已删去",
      gap: "缺数",
      wrong: "不符",
    },
    missingReason: "缺原因",
    restore: "恢复自动取数",
    openOnly: "只看要处理的",
    showAll: "看全部",
    judged: (quote: string, explanation: string) => `“${quote}”：${explanation}`,
    rowGone: "这一段的行已从表里删去。要用的话，在表里插入一行，把这一段复制过去。",
    written: {
      heading: "检查已有文稿",
      note: "把写好的文稿贴在这里，或选一个 Word 文档、文本文件：占比、增减、完成率、合计、前后重复的数逐一重算，名称、序号、年度、占位符一并查。只看不改，不出本机。",
      text: "文稿",
      placeholder: "在这里粘贴文稿",
      start: "检查",
      choose: "选择文件…",
      busy: "正在检查…",
      outdated: "文稿改过了，下面是改以前的，请再检查一次。",
      nothing: "没有读到可以核对的数和说法。",
      summary: (claims: number, toMend: number) =>
        toMend === 0
          ? `核对了 ${count(claims)} 处，没有要改的。`
          : `核对了 ${count(claims)} 处，${count(toMend)} 处要改或统一。`,
      verdicts: {
        wrong: "写错",
        inconsistent: "前后不一",
        rounding: "只差在取舍上",
        "cannot-be-checked": "无法复算",
        right: "相符",
      },
      verdict: (words: string, claims: number) => `${words} ${count(claims)}`,
      paragraph: (paragraph: number) => `第${count(paragraph)}段`,
      copied: (paragraph: number, quote: string, explanation: string) =>
        `第${count(paragraph)}段“${quote}”：${explanation}`,
      copyList: "复制要改的",
    },
    updateParagraphs: "更新说明",
    percentDecimals: {
      label: "百分比保留",
      digits: (decimals: number) => (decimals === 0 ? "整数" : `${count(decimals)} 位小数`),
    },
    back: "‹ 回到情况说明",
    update: {
      heading: "按上年文稿更新",
      note: "把自己上年的文稿贴在这里，或选一个 Word 文档、文本文件：数、占比、增减、完成率、年份换成本年的，每一处都列出，可以不换。不改工作簿，不出本机。",
      text: "上年的文稿",
      placeholder: "在这里粘贴上年的文稿",
      start: "更新",
      chooseText: "选择文稿…",
      chooseLastYear: "选上年的工作簿…",
      withoutLastYear:
        "选了上年的工作簿，数就逐个与上年的表核对，对得更准；不选，按字句和补充资料的上年数对。",
      lastYear: (name: string) => `上年的工作簿：《${name}》。`,
      busy: "正在更新…",
      outdated: "文稿改过了，下面是改以前的，请再更新一次。",
      summary: (replaced: number, left: number) =>
        `换了 ${count(replaced)} 处，${count(left)} 处留着要看。`,
      parts: { replaced: "更新的", left: "留下要看的" },
      revoke: "不换",
      restore: "换成新的",
      pressOf: (press: string, from: string, to: string) => `${press}：“${from}”→“${to}”`,
      copy: "复制新文稿",
      save: "下载新文稿",
    },
    figureFrom: "取自",
    basedOn: "基数",
    section: (number: string, title: string) => `${number}、${title}`,
  },

  publish: {
    save: "另存为 .xlsx",
    saving: "正在存成文件…",
    saveNote: "存成的文件带着公式、审核页和自评表，供接着编。",
    mustFix: (mustFix: number) => `还有 ${count(mustFix)} 处必须改，改好再公开。`,
    documents: "公开文档和公开稿",
    documentsNote:
      "公开文档是整份部门决算：封面、目录、概况、各表、情况说明、名词解释和附件；缺的地方标成黄色。公开稿只有数值，没有公式、审核页和作者。",
    documentsElsewhere:
      "请保存工作簿，在网页版里打开它，到“公开”页生成；或用命令 gongkai document 工作簿 -o 部门决算.docx --workbook 公开稿.xlsx。",
    documentPress: "生成公开文档（.docx）",
    publishedPress: "公开稿（.xlsx）",
    documenting: "正在生成…",
    report: "审核报告",
    reportPress: "生成审核报告",
    reportNote: {
      file: "存成一个可打印的文件：结论、问题、各条关系的结果、所依据的数字和数字指纹。",
      sheets:
        "新增三张可打印的工作表：结论和问题、各条关系的结果、所依据的数字和数字指纹。可撤回，公开前删去。",
    },
    reporting: "正在写审核报告…",
    changes: {
      heading: "改动清单",
      note: "选以前存的一份，列出到现在改了什么：按表、行、栏的意思比，插了一行不算改动。只比不改。",
      choose: "选择以前的文件…",
      chooseAgain: "另选一份…",
      close: "不比了",
      against: (name: string) => `从《${name}》到现在：`,
      seenAlone: (words: string) => `显示改动（${words}）`,
      remarks: (remarks: number) => `有 ${count(remarks)} 处没有认出，没有比较`,
      gap: (gap: string) => `差 ${gap}`,
      formerly: (place: string) => `原 ${place}`,
      keep: { file: "另存改动清单", sheets: "加一张改动清单" },
      keepNote: {
        file: "存成一个可打印的文件，供签字、归档。",
        sheets: "新增一张可打印的工作表，可撤回，公开前删去。",
      },
    },
    sheets: (sheets: number) => `工作簿里的 ${count(sheets)} 张工作表`,
    sheetMustFix: (mustFix: number) => `涉及必须改 ${count(mustFix)}`,
    sheetsOverlap: (mustFix: number) =>
      `必须改共 ${count(mustFix)} 处；两张表之间的一处，两张表都计。`,
    ready: "公开前检查",
    readyNote:
      "查隐藏的内容、批注、外部链接、作者、电话和证件号、没填完的字句、写错的年度，以及检查评比看的几项。只看不改。",
    readyAgain: "再查一次",
    inspecting: "正在检查…",
    outdated: "检查之后表有改动，下面可能不对了，请再查一次。",
    readyClear: "没有要去除、要补上的。没有检查的请人工核对。",
    readyOpen: (open: number) => `有 ${count(open)} 处要去除或补上。`,
    readyState: (words: string, lines: number) => `${words} ${count(lines)}`,
    topic: (topic: string) => `${topic}：`,
  },
} as const;

export type TabName = keyof typeof strings.tabs;
