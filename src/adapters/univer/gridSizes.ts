const CHARACTER = 7;
const CELL_MARGIN = 5;
const PIXELS_PER_POINT = 4 / 3;

/** .xlsx counts a column's width in characters of its standard font. */
export function columnPixels(characters: number): number {
  return Math.round(characters * CHARACTER + CELL_MARGIN);
}

export function columnCharacters(pixels: number): number {
  return Math.max(0, Math.round(((pixels - CELL_MARGIN) / CHARACTER) * 100) / 100);
}

export function rowPixels(points: number): number {
  return Math.round(points * PIXELS_PER_POINT);
}

export function rowPoints(pixels: number): number {
  return pixels / PIXELS_PER_POINT;
}
