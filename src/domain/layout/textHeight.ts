/** A row never grows by itself in a new file, so heights are computed from the text and the width it has. */

const LINE_SPACING = 1.35;
const ROW_PADDING = 4;
/** Replaced fonts run wider than the ones asked for. */
const NARROW_CHARACTER = 0.56;

const PIXELS_PER_CHARACTER = 7;
const PIXELS_AROUND = 5;
const POINTS_PER_PIXEL = 0.75;

/** The points that a column of so many characters takes on paper. */
export function columnPoints(characters: number): number {
  return (characters * PIXELS_PER_CHARACTER + PIXELS_AROUND) * POINTS_PER_PIXEL;
}

export function columnCharacters(points: number): number {
  return (points / POINTS_PER_PIXEL - PIXELS_AROUND) / PIXELS_PER_CHARACTER;
}

/** Width of one line of text in points. Chinese characters are as wide as the font is high. */
export function textPoints(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text)
    width += (character.codePointAt(0) ?? 0) < 0x2000 ? NARROW_CHARACTER : 1;
  return width * fontSize;
}

/** `room` is the width in points inside the cell: its padding and indent are taken off. */
export function countLines(text: string, room: number, fontSize: number): number {
  const lines = text.split("\n");
  return lines.reduce((count, line) => count + wrappedLines(line, room, fontSize), 0);
}

function wrappedLines(line: string, room: number, fontSize: number): number {
  let lines = 1;
  let used = 0;
  for (const character of line) {
    const width = textPoints(character, fontSize);
    if (used + width > room && used > 0) {
      lines += 1;
      used = 0;
    }
    used += width;
  }
  return lines;
}

/** The height in points that a text needs when it is wrapped into `room` points. */
export function textHeight(text: string, room: number, fontSize: number): number {
  return Math.ceil(countLines(text, room, fontSize) * fontSize * LINE_SPACING + ROW_PADDING);
}
