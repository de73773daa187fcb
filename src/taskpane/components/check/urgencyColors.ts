import { tokens } from "@fluentui/react-components";
import type { Urgency } from "../../../application/findingWords";

/** Beside the word, never instead of it. */
export const URGENCY_COLORS: Readonly<Record<Urgency, string>> = {
  "must-hold": tokens.colorStatusDangerForeground1,
  explain: tokens.colorPaletteDarkOrangeForeground1,
  advice: tokens.colorBrandForeground1,
  undetermined: tokens.colorNeutralForeground3,
  tail: tokens.colorPaletteTealForeground2,
  explained: tokens.colorStatusSuccessForeground1,
  relationFault: tokens.colorPaletteBerryForeground1,
};
