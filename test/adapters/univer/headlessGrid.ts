import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsNodeCorePreset } from "@univerjs/preset-sheets-node-core";
import zhCN from "@univerjs/preset-sheets-node-core/locales/zh-CN";
import { FORMULA_OPTIONS } from "../../../src/adapters/univer/gridOptions";

/** The grid without a page: it calculates, undoes and moves references as in the browser. */
export function headlessGrid(): FUniver {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: zhCN },
    logLevel: LogLevel.SILENT,
  });
  for (const plugin of UniverSheetsNodeCorePreset({ formula: FORMULA_OPTIONS }).plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  afterAll(() => {
    univer.dispose();
  });
  return FUniver.newAPI(univer);
}
