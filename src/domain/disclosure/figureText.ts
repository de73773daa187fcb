import type { Figure } from "./figure";

/** As the cell prints it; empty where nothing stands. */
export function figureText(figure: Figure, decimals: number): string {
  switch (figure.kind) {
    case "amount":
      return figure.published.toFixed(decimals);
    case "unreadable":
    case "notApplicable":
      return figure.text;
    case "error":
      return figure.error;
    default:
      return "";
  }
}
