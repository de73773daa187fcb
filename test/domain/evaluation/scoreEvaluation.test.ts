import { mistakesIn, scoreRows, seedRows, seedWith } from "./seedForm";

test("seed 001: 执行率 100 %, 10 points for it, 98 in all, 优, no mistake, four questions", () => {
  const score = scoreRows(seedRows);
  expect(score.executionRate?.toFixed()).toBe("1");
  expect(score.total?.toFixed()).toBe("98");
  expect(score.grade).toBe("优");
  expect(mistakesIn(score)).toEqual([]);
  expect(score.findings.map(({ code, cells }) => [code, cells.length])).toEqual([
    ["K422", 2],
    ["K424", 2],
    ["K425", 5],
    ["K430", 2],
  ]);
  expect(
    score.rows.map((row) => [row.indicator, row.weight?.toFixed(), row.score?.toFixed()]),
  ).toEqual([
    ["预算执行率", "10", "10"],
    ["原选矿离休干部药费报销管理", "6", "6"],
    ["原选矿退休人员统外工资发放", "5", "5"],
    ["原选矿退管办代管职工档案分类整理", "6", "4"],
    ["2020年争取原选矿下拨专项资金", "10", "10"],
    ["配合市、区接待中央、省、市考察参观", "8", "8"],
    ["处理交办信访事件", "5", "5"],
    ["各项工作完成时限", "5", "5"],
    ["不超过预算", "5", "5"],
    [
      "清水塘生态科技产业新城项目招商、工程建设、企业运营等过程中有关统筹、协调、服务工作",
      "10",
      "10",
    ],
    ["保护关停企业职工正当权益，维护大局稳定", "10", "10"],
    ["服务工作质量", "10", "10"],
    ["原选矿离退休人员", "10", "10"],
  ]);
  expect(score.rows[0]!.ruleScore?.toFixed()).toBe("10");
  // 》 and the words of quality leave it to people.
  expect(score.rows.map(({ ruleScore }) => ruleScore?.toFixed())).toEqual([
    ...["10", "6", "5", "6", "10", undefined, undefined, "5"],
    ...[undefined, undefined, undefined, undefined, undefined],
  ]);
});

type Typed = Readonly<Record<string, string>>;

describe("grades begin where their band begins", () => {
  // H20 has 10 of 10 in the seed: what is taken off there is off the total of 98.
  test.each<[total: string, score: string, grade: string]>([
    ["90", "2", "优"],
    ["89.99", "1.99", "良"],
  ])("%s", (total, points, grade) => {
    const score = scoreRows(seedWith({ H20: points, H24: total, I24: `等级：${grade}` }));
    expect([score.total?.toFixed(), score.grade]).toEqual([total, grade]);
    expect(mistakesIn(score)).toEqual([]);
  });

  const lost = { H20: "0", H21: "0", H22: "0" };
  test.each<[total: string, typed: Typed, grade: string]>([
    ["80", { H20: "0", H21: "2" }, "良"],
    ["79.99", { H20: "0", H21: "1.99" }, "中"],
    ["60", { ...lost, H22: "2", H23: "0" }, "中"],
    ["59.99", { ...lost, H22: "1.99", H23: "0" }, "差"],
  ])("%s", (total, typed, grade) => {
    const score = scoreRows(seedWith({ ...typed, H24: total, I24: `等级：${grade}` }));
    expect([score.total?.toFixed(), score.grade]).toEqual([total, grade]);
    expect(mistakesIn(score)).toEqual([]);
  });
});

describe("the score of 预算执行率", () => {
  test.each<[name: string, typed: Typed, rate: string | undefined, points: string | undefined]>([
    ["in part", { F5: "89.61" }, "0.5", "5"],
    ["rounded once, half up", { E5: "200.00", F5: "178.90" }, "0.8945", "8.95"],
    ["never above its points", { E5: "200", E6: "", E8: "", F5: "240" }, "1.2", "10"],
    ["nothing spent", { F5: "0" }, "0", "0"],
    ["nothing spent of nothing", { E5: "0", E6: "", E8: "", F5: "0" }, undefined, undefined],
    ["a budget that nobody filled in", { E5: "", E6: "", E8: "" }, undefined, undefined],
    ["spending that nobody filled in", { F5: "" }, undefined, undefined],
    ["spending that is no number", { F5: "见附注" }, undefined, undefined],
    ["不适用", { F5: "/" }, undefined, undefined],
  ])("%s", (_name, typed, rate, points) => {
    const score = scoreRows(seedWith({ ...typed, E7: "" }));
    expect(score.executionRate?.toDecimalPlaces(4).toFixed()).toBe(rate);
    expect(score.rows[0]!.ruleScore?.toFixed()).toBe(points);
    expect(score.total === undefined).toBe(points === undefined);
    expect(score.grade === undefined).toBe(points === undefined);
  });

  test("合计 that was left blank is the sum of its sources", () => {
    const score = scoreRows(seedWith({ E5: "" }));
    expect(score.executionRate?.toFixed()).toBe("1");
  });
});

const findings: [name: string, typed: Typed, expected: [string, string][]][] = [
  [
    "总分 printed wrong",
    { H24: "99" },
    [["K401 failed", "总分填的是 99；指标得分合计 88，加预算执行率得分 10，应为 98，多 1。"]],
  ],
  ["总分 as a formula's placeholder", { H24: "/", I24: "等级：/" }, []],
  [
    "weights that are not 100",
    { G12: "7", H12: "7", H24: "99", G24: "101" },
    [
      ["K402 failed", "预算执行率和各项指标的分值合计 101，应为 100，多 1。"],
      ["K409 failed", "产出指标标明 50 分，其下各项分值合计 51，多 1。"],
    ],
  ],
  [
    "a score above its points",
    { H12: "6.5", H24: "98.5" },
    [["K403 failed", "“原选矿离休干部药费报销管理”得分 6.5，超过分值 6。"]],
  ],
  [
    "a score below nothing",
    { H14: "-1", H24: "93" },
    [["K403 failed", "“原选矿退管办代管职工档案分类整理”得分 -1，得分不能低于 0。"]],
  ],
  [
    "a rate, a score and a total as if all had been spent",
    { F5: "89.61" },
    [
      ["K404 failed", "执行率填的是 100%；全年执行数 89.61÷全年预算数 179.22=50%。"],
      ["K405 failed", "预算执行率得分填的是 10；分值 10×执行率 50%，按规则为 5。请改正或说明。"],
    ],
  ],
  [
    "a rate printed as text with fewer decimals",
    { F5: "171.50", H5: "95.7 %", I5: "9.57", H24: "97.57" },
    [],
  ],
  [
    "a rate typed as a number of percents",
    { F5: "171.50", H5: "95.7", I5: "9.57", H24: "97.57" },
    [],
  ],
  [
    "a grade that the total does not earn",
    { I24: "等级：良" },
    [["K406 failed", "等级填的是“良”；总分 98 应为“优”。"]],
  ],
  [
    "amounts of money have two decimals",
    { E5: "0.9", E6: "0.9", E8: "", F5: "0.6" },
    [
      ["K404 failed", "执行率填的是 100%；全年执行数 0.60÷全年预算数 0.90=66.67%。"],
      [
        "K405 failed",
        "预算执行率得分填的是 10；分值 10×执行率 66.67%，按规则为 6.67。请改正或说明。",
      ],
    ],
  ],
  [
    "a grade that is right for the scores beside a total that is not",
    { H20: "1", I24: "等级：良" },
    [["K401 failed", "总分填的是 98；指标得分合计 79，加预算执行率得分 10，应为 89，多 9。"]],
  ],
  [
    "a grade that is right for the printed total alone",
    { H20: "1" },
    [["K401 failed", "总分填的是 98；指标得分合计 79，加预算执行率得分 10，应为 89，多 9。"]],
  ],
  [
    "a grade that neither total earns",
    { H20: "1", I24: "等级：中" },
    [
      ["K401 failed", "总分填的是 98；指标得分合计 79，加预算执行率得分 10，应为 89，多 9。"],
      ["K406 failed", "等级填的是“中”；总分 98 应为“优”，按各项得分合计的 89 应为“良”。"],
    ],
  ],
  [
    "a grade without a total",
    { H24: "", I24: "等级：良" },
    [["K406 failed", "等级填的是“良”；总分 98 应为“优”。"]],
  ],
  [
    "a grade where a score is blank, by the printed total",
    { H13: "", H24: "93", I24: "等级：良" },
    [
      ["K406 failed", "等级填的是“良”；总分 93 应为“优”。"],
      ["K408 undetermined", "“原选矿退休人员统外工资发放”的得分空白，请补填；没有得分请填 0。"],
    ],
  ],
  [
    "no spending",
    { F5: "" },
    [["K407 undetermined", "全年执行数空白，预算执行率得分和总分无法核对。"]],
  ],
  [
    "a budget of zero",
    { E5: "0", E6: "0", E8: "0" },
    [["K407 undetermined", "全年预算数为 0，没有执行率，预算执行率得分和总分无法核对。"]],
  ],
  [
    "a blank score",
    { H13: "", H24: "93" },
    [["K408 undetermined", "“原选矿退休人员统外工资发放”的得分空白，请补填；没有得分请填 0。"]],
  ],
  [
    "blank scores are one finding",
    { H12: "", H13: "", H24: "87", I24: "等级：良" },
    [
      [
        "K408 undetermined",
        "以下 2 项的得分空白：“原选矿离休干部药费报销管理”、“原选矿退休人员统外工资发放”。请补填；没有得分请填 0。",
      ],
    ],
  ],
  [
    "blank points are told apart from blank scores",
    { G12: "", H13: "", H24: "93", G24: "94" },
    [
      ["K402 failed", "预算执行率和各项指标的分值合计 94，应为 100，少 6。"],
      ["K408 undetermined", "“原选矿离休干部药费报销管理”的分值空白，请补填；没有得分请填 0。"],
      ["K408 undetermined", "“原选矿退休人员统外工资发放”的得分空白，请补填；没有得分请填 0。"],
    ],
  ],
  [
    "a text for a score",
    { H13: "满分" },
    [["K408 undetermined", "“原选矿退休人员统外工资发放”的得分是“满分”，不是数字，总分无法核对。"]],
  ],
  [
    "合计 of the funds",
    { D5: "66.94" },
    [["K410 failed", "年初预算数：合计 66.94，各项来源合计 66.93，多 0.01。"]],
  ],
];

test.each(findings)("%s", (_name, typed, expected) => {
  const score = scoreRows(seedWith(typed));
  expect(
    mistakesIn(score).map(({ code, state, explanation }) => [`${code} ${state}`, explanation]),
  ).toEqual(expected);
  for (const { cells } of score.findings) expect(cells.length).toBeGreaterThan(0);
});

test("a text in a score cell leaves no total, and is never nothing", () => {
  const score = scoreRows(seedWith({ H13: "满分" }));
  expect(score.total).toBeUndefined();
  expect(score.grade).toBeUndefined();
  expect(score.rows[2]).toMatchObject({ indicator: "原选矿退休人员统外工资发放" });
  expect(score.rows[2]!.score).toBeUndefined();
});

test("an indicator with points and no score leaves no total and no grade", () => {
  const score = scoreRows(seedWith({ H13: "", H24: "", I24: "" }));
  expect(score.total).toBeUndefined();
  expect(score.grade).toBeUndefined();
  expect(mistakesIn(score).map(({ code }) => code)).toEqual(["K408"]);
});

test("a row of the form that has neither points nor score does not count", () => {
  const score = scoreRows(seedWith({ G13: "", H13: "", H24: "93" }));
  expect(score.total?.toFixed()).toBe("93");
});

test("blank scores: every cell of theirs", () => {
  const [finding] = mistakesIn(scoreRows(seedWith({ H12: "", H13: "", H24: "" })));
  expect(finding?.cells).toEqual([
    { sheet: "附件1", row: 12, column: 8 },
    { sheet: "附件1", row: 13, column: 8 },
  ]);
});

test("a finding has both figures and says where they stand", () => {
  const [finding] = mistakesIn(scoreRows(seedWith({ H24: "99" })));
  expect(finding).toMatchObject({ left: "99", right: "98", difference: "1", level: "must-hold" });
  expect(finding!.cells[0]).toEqual({ sheet: "附件1", row: 24, column: 8 });
});

describe("an indicator that does not apply", () => {
  const dropped = { G13: "不适用", H13: "不适用" };

  test("leaves the others worth 100", () => {
    // 93 of 95 points.
    const score = scoreRows(seedWith({ ...dropped, G24: "100", H24: "97.89" }));
    expect([score.total?.toFixed(), score.grade]).toEqual(["97.89", "优"]);
    expect(mistakesIn(score)).toEqual([]);
    const row = score.rows.find(({ isDropped }) => isDropped);
    expect(row).toMatchObject({ indicator: "原选矿退休人员统外工资发放", isDropped: true });
    expect(row).not.toHaveProperty("counted");
  });

  test.each<[name: string, typed: Typed, words: string]>([
    [
      "a total that was not rescaled",
      { ...dropped, H24: "93" },
      "总分填的是 93；指标得分合计 83，加预算执行率得分 10，有不适用的指标，由 95 分折算为 100 分，应为 97.89，少 4.89。",
    ],
    [
      "the other weights above 100",
      { ...dropped, G12: "12", H24: "92.08" },
      "预算执行率和各项指标的分值合计 101，应为 100，多 1。",
    ],
  ])("%s is told", (_name, typed, words) => {
    const { findings } = scoreRows(seedWith(typed));
    expect(findings.map(({ explanation }) => explanation)).toContain(words);
  });
});

describe("figures that a form hardly has", () => {
  test.each<[name: string, typed: Typed, found: readonly string[]]>([
    ["all spent", { F5: "179.22" }, []],
    [
      "a cent more spent than there was",
      { F5: "179.23" },
      [
        "全年执行数 179.23 比全年预算数 179.22 多 0.01，执行率 100.01%。请核对两个数的口径，或说明原因。",
      ],
    ],
    ["spending that is no number", { F5: "见附注" }, []],
    ["no budget", { E5: "0", E6: "0", E8: "" }, []],
    [
      "negative points",
      { G12: "-6" },
      ["“原选矿离休干部药费报销管理”的分值填的是 -6，是负数。请核对，或说明原因。"],
    ],
    ["no points", { G12: "0" }, []],
    ["points that are no number", { G12: "六" }, []],
    [
      "a negative source",
      { E8: "-0.01" },
      ["全年预算数填的是 -0.01，是负数。请核对，或说明原因。"],
    ],
  ])("%s", (_, typed, found) => {
    const own = scoreRows(seedWith(typed)).findings.filter(({ code }) =>
      ["K436", "K437"].includes(code),
    );
    expect(own.map(({ explanation }) => explanation)).toEqual(found);
  });
});
