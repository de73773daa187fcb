import { readFileSync } from "node:fs";
import type { WritePlan } from "../../../src/domain/workbook/writePlan";
import { type Engine, ExcelHost } from "../../support/excelHost/excelHost";
import { onPage, type Visit, type VisitOptions } from "./onPage";

const CLIENT = require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js");
const OFFICE = require.resolve("./officeJs.js");
/** The library checks requirement sets only when it is told to. */
const CHECK_VERSIONS = "OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;";

export interface ExcelVisit extends Visit {
  readonly host: ExcelHost;
}

export interface ExcelOptions extends Omit<VisitOptions, "prepare"> {
  /** The workbook that is open. */
  readonly workbook: WritePlan;
  readonly version?: string;
  readonly engine?: Engine;
  readonly officeBackground?: string;
  readonly prepare?: (visit: Pick<ExcelVisit, "page" | "host">) => Promise<void> | void;
}

/** The built pane in a browser, with Microsoft's client library and a workbook in a host of ours behind it. */
export function onExcel(
  { workbook, version = "1.14", engine, officeBackground, prepare, ...options }: ExcelOptions,
  body: (visit: ExcelVisit) => Promise<void>,
): () => Promise<void> {
  let host: ExcelHost;
  return onPage(
    {
      path: "taskpane.html",
      // As wide as Excel opens a pane.
      width: 350,
      height: 700,
      ...options,
      expected: [...(options.expected ?? []), /^request to \S+\/office\.js/u],
      prepare: async (page) => {
        host = new ExcelHost(version).open(workbook);
        host.engine = engine;
        const send = host.attach((text) => {
          const given = page.evaluate((answer) => {
            (window as unknown as ExcelWindow)._richApiNativeBridge.onMessageFromHost(answer);
          }, text);
          // The page may be gone by then.
          given.catch(() => undefined);
        });
        await page.exposeFunction("sendToExcel", send);
        await page.addInitScript(
          (excel) => {
            const page = window as unknown as ExcelWindow;
            page.__excel = { ...excel, actions: {} };
            page._richApiNativeBridge = {
              sendMessageToHost: (text) => void page.sendToExcel(text),
              onMessageFromHost: () => undefined,
            };
          },
          { version, officeTheme: officeBackground && { bodyBackgroundColor: officeBackground } },
        );
        const script = [CLIENT, OFFICE].map((file) => readFileSync(file, "utf8"));
        await page.route(/\/office\.js(\?.*)?$/u, (route) =>
          route.fulfill({
            contentType: "text/javascript",
            body: [...script, CHECK_VERSIONS].join("\n"),
          }),
        );
        await prepare?.({ page, host });
      },
    },
    (visit) => body({ ...visit, host }),
  );
}

/** What the page has of Excel. */
export interface ExcelWindow {
  __excel: {
    readonly version: string;
    readonly actions: Record<string, (event: { completed: () => void }) => void>;
    readonly dialog?: string;
    readonly closeDialog?: () => void;
  };
  sendToExcel(text: string): Promise<void>;
  _richApiNativeBridge: {
    sendMessageToHost: (text: string) => void;
    onMessageFromHost: (text: string) => void;
  };
}
