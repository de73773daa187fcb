import {
  AlignmentType,
  HeadingLevel,
  LineRuleType,
  TextRun,
  type IRunOptions,
  type IStylesOptions,
} from "docx";

/** As official documents print them. */
export const FONTS = {
  title: "方正小标宋简体",
  heading: "黑体",
  subheading: "楷体_GB2312",
  body: "仿宋_GB2312",
  number: "宋体",
} as const;

const HALF_POINTS = 2;
const LATIN = "Times New Roman";

/** Fonts by name on every run: what a style alone says, some programs replace. */
export function run(
  text: string | NonNullable<IRunOptions["children"]>,
  {
    font,
    size,
    ...rest
  }: { readonly font: string; readonly size: number } & Pick<IRunOptions, "bold" | "highlight">,
): TextRun {
  return new TextRun({
    ...(typeof text === "string" ? { text } : { children: text }),
    font: { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: font },
    size: size * HALF_POINTS,
    ...rest,
  });
}

/** 28 pt. */
export const LINES = { line: 560, lineRule: LineRuleType.EXACT } as const;

export const HEADINGS = {
  1: { level: HeadingLevel.HEADING_1, font: FONTS.title, size: 22 },
  2: { level: HeadingLevel.HEADING_2, font: FONTS.heading, size: 16 },
  3: { level: HeadingLevel.HEADING_3, font: FONTS.subheading, size: 16 },
} as const;

const named = (id: 1 | 2 | 3) => ({
  run: {
    font: { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: HEADINGS[id].font },
    size: HEADINGS[id].size * HALF_POINTS,
    color: "000000",
  },
  paragraph: {
    spacing: { ...LINES, before: 0, after: 0 },
    ...(id === 1 ? { alignment: AlignmentType.CENTER } : {}),
  },
});

export const DOCUMENT_STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: FONTS.body },
        size: 16 * HALF_POINTS,
      },
    },
    heading1: named(1),
    heading2: named(2),
    heading3: named(3),
  },
};
