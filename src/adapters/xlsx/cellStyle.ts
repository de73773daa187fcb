import type { Alignment, Fill, Font, Style } from "exceljs";
import type { CellStyle, PlannedConditionalFormat } from "../../domain/workbook/writePlan";

const CHINESE_CHARSET = 134;
/** What a new workbook's cells have; a font that is only made bold still needs a name and a size. */
const DEFAULT_FONT = { name: "Calibri", size: 11 };

function argb(color: string): { argb: string } {
  return { argb: `FF${color}` };
}

/** The charset lets a computer without this font choose another Chinese one instead of a Latin one. */
function toFont(style: CellStyle): Partial<Font> | undefined {
  const { fontName, fontSize, bold, italic, color } = style;
  if ([fontName, fontSize, bold, italic, color].every((part) => part === undefined)) {
    return undefined;
  }
  const name = fontName ?? DEFAULT_FONT.name;
  return {
    name,
    size: fontSize ?? DEFAULT_FONT.size,
    ...(/\p{Script=Han}|_GB2312$/u.test(name) ? { charset: CHINESE_CHARSET } : { family: 2 }),
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(color === undefined ? {} : { color: argb(color) }),
  };
}

function toFill(color: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: argb(color) };
}

function toAlignment({ horizontal, vertical, wrap, indent }: CellStyle): Partial<Alignment> {
  return {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(wrap ? { wrapText: wrap } : {}),
    ...(indent ? { indent } : {}),
  };
}

export function toExcelStyle(style: CellStyle): Partial<Style> {
  const font = toFont(style);
  const side = style.border && { style: style.border };
  const { horizontal, vertical, wrap, indent } = style;
  return {
    ...(font ? { font } : {}),
    ...(style.fill === undefined ? {} : { fill: toFill(style.fill) }),
    ...(side ? { border: { top: side, left: side, bottom: side, right: side } } : {}),
    ...(style.numberFormat === undefined ? {} : { numFmt: style.numberFormat }),
    ...([horizontal, vertical, wrap, indent].every((part) => part === undefined)
      ? {}
      : { alignment: toAlignment(style) }),
  };
}

/** In a conditional format the colour of a fill is its background. */
export function toMarkStyle(style: PlannedConditionalFormat["style"]): Partial<Style> {
  const { fill, color, bold } = style;
  return {
    ...(fill === undefined
      ? {}
      : { fill: { type: "pattern", pattern: "solid", bgColor: argb(fill) } }),
    ...(color === undefined && bold === undefined
      ? {}
      : {
          font: {
            ...(bold ? { bold } : {}),
            ...(color === undefined ? {} : { color: argb(color) }),
          },
        }),
  };
}
