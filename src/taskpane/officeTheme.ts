/** What decides whether the pane is light or dark. */
export interface Surroundings {
  /** #RRGGBB, as Office paints its own panes; none where it does not say. */
  readonly officeBackground?: string;
  /** The system paints with a few colours of its own, and its own choice of light or dark counts. */
  readonly hasSystemColors: boolean;
  readonly prefersDark: boolean;
}

const HALF = 128;

export function isDark({ officeBackground, hasSystemColors, prefersDark }: Surroundings): boolean {
  const brightness = hasSystemColors ? undefined : brightnessOf(officeBackground ?? "");
  return brightness === undefined ? prefersDark : brightness < HALF;
}

/** As the eye weighs red, green and blue. */
function brightnessOf(color: string): number | undefined {
  const [, red = "", green = "", blue = ""] =
    /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(color) ?? [];
  if (blue === "") return undefined;
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => Number.parseInt(part, 16));
  return 0.299 * r + 0.587 * g + 0.114 * b;
}
