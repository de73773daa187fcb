import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import { FORMULA_OPTIONS } from "./gridOptions";
import { GRID_WORDS } from "./gridWords";
import { readPasted } from "./readPasted";
import { UniverGrid } from "./univerGrid";
import { validateStanding } from "./validateStanding";

/** In a browser only, and large: loaded when the page has drawn itself. */
export function createGrid(container: HTMLElement): UniverGrid {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: GRID_WORDS },
    logLevel: LogLevel.SILENT,
  });
  const presets = [
    // Codes are text on purpose: no green corners, no questions about them. Focus stays where the person is.
    UniverSheetsCorePreset({
      container,
      disableAutoFocus: true,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      formula: FORMULA_OPTIONS,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsDataValidationPreset(),
  ];
  for (const plugin of presets.flatMap(({ plugins }) => plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  validateStanding();
  return new UniverGrid(FUniver.newAPI(univer), readPasted);
}
