import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderStyleData,
  type IStyleBase,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { CellStyle, PlannedConditionalFormat } from "../../domain/workbook/writePlan";

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
} as const;
const VERTICAL = {
  top: VerticalAlign.TOP,
  middle: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
} as const;
const WEIGHT = { thin: BorderStyleTypes.THIN, medium: BorderStyleTypes.MEDIUM } as const;

/** The grid knows no indent, only the space inside a cell. */
const PADDING = 2;
const INDENT = 9;

function keyOf<Key extends string>(
  table: Readonly<Record<Key, unknown>>,
  value: unknown,
): Key | undefined {
  return (Object.keys(table) as Key[]).find((key) => table[key] === value);
}

export function toGridStyle(style: CellStyle): IStyleData {
  const { fontName, fontSize, bold, italic, color, fill, border, numberFormat } = style;
  const { horizontal, vertical, wrap, indent } = style;
  const side: IBorderStyleData | undefined = border && {
    s: WEIGHT[border],
    cl: { rgb: "#000000" },
  };
  const padding = PADDING + INDENT * (indent ?? 0);
  return {
    ...(fontName === undefined ? {} : { ff: fontName }),
    ...(fontSize === undefined ? {} : { fs: fontSize }),
    ...(bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(italic ? { it: BooleanNumber.TRUE } : {}),
    ...(color === undefined ? {} : { cl: { rgb: `#${color}` } }),
    ...(fill === undefined ? {} : { bg: { rgb: `#${fill}` } }),
    ...(side ? { bd: { t: side, r: side, b: side, l: side } } : {}),
    ...(numberFormat === undefined ? {} : { n: { pattern: numberFormat } }),
    ...(horizontal ? { ht: HORIZONTAL[horizontal] } : {}),
    ...(vertical ? { vt: VERTICAL[vertical] } : {}),
    ...(wrap ? { tb: WrapStrategy.WRAP } : {}),
    ...(indent ? { pd: horizontal === "right" ? { r: padding } : { l: padding } } : {}),
  };
}

export function toPlanStyle(style: IStyleData): CellStyle {
  const color = hexColor(style.cl?.rgb ?? undefined);
  const fill = hexColor(style.bg?.rgb ?? undefined);
  const horizontal = keyOf(HORIZONTAL, style.ht);
  const vertical = keyOf(VERTICAL, style.vt);
  const side = style.bd?.b ?? style.bd?.t ?? style.bd?.r ?? style.bd?.l;
  const padding = (horizontal === "right" ? style.pd?.r : style.pd?.l) ?? PADDING;
  const indent = Math.max(0, Math.round((padding - PADDING) / INDENT));
  return {
    ...(style.ff ? { fontName: style.ff } : {}),
    ...(style.fs === undefined ? {} : { fontSize: style.fs }),
    ...(style.bl === BooleanNumber.TRUE ? { bold: true } : {}),
    ...(style.it === BooleanNumber.TRUE ? { italic: true } : {}),
    ...(color === undefined ? {} : { color }),
    ...(fill === undefined ? {} : { fill }),
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(style.tb === WrapStrategy.WRAP ? { wrap: true } : {}),
    ...(indent > 0 ? { indent } : {}),
    ...(side && side.s !== BorderStyleTypes.NONE
      ? { border: keyOf(WEIGHT, side.s) ?? "thin" }
      : {}),
    ...(style.n ? { numberFormat: style.n.pattern } : {}),
  };
}

export function toMarkStyle(style: PlannedConditionalFormat["style"]): IStyleBase {
  const { fill, color, bold } = style;
  return {
    ...(fill === undefined ? {} : { bg: { rgb: `#${fill}` } }),
    ...(color === undefined ? {} : { cl: { rgb: `#${color}` } }),
    ...(bold ? { bl: BooleanNumber.TRUE } : {}),
  };
}

/** Our own colours come back as written, those a person picks as rgb(…) or #rgb. */
function hexColor(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const hex = /^#([0-9a-f]{6})$/iu.exec(text)?.[1];
  if (hex !== undefined) return hex.toUpperCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/iu.exec(text);
  if (short)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")
      .toUpperCase();
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/iu.exec(text);
  return parts
    ?.slice(1)
    .map((part) => Math.min(Number(part), 255).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
