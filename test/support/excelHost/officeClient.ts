import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";

const LIBRARY = require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js");

let script: Script | undefined;

/** The text that goes to the host, and the function that takes what comes back: requests, results, events. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

export interface OfficeClient {
  readonly Excel: typeof Excel;
  readonly isSetSupported: (name: string, version: string) => boolean;
}

/** Microsoft's own client library, as a task pane of its own with this host behind it. */
export function officeClient(
  bridge: NativeBridge,
  isSetSupported: OfficeClient["isSetSupported"],
): OfficeClient {
  script ??= new Script(readFileSync(LIBRARY, "utf8"), { filename: LIBRARY });
  const page = {
    href: "https://localhost/taskpane.html",
    search: "",
    hash: "",
    protocol: "https:",
  };
  const element = () => ({
    setAttribute: () => undefined,
    appendChild: () => undefined,
    getElementsByTagName: () => [],
    style: {},
  });
  const window: Record<string, unknown> = {
    _richApiNativeBridge: bridge,
    // So that promises, and what tests hold against them, come from one world.
    Promise,
    clearTimeout,
    setTimeout,
    console,
    location: page,
    navigator: { userAgent: "node", platform: "", appVersion: "" },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    document: {
      URL: page.href,
      location: page,
      head: element(),
      createElement: element,
      getElementsByTagName: () => [element()],
      addEventListener: () => undefined,
    },
  };
  window["window"] = window;
  window["self"] = window;
  createContext(window);
  script.runInContext(window);
  window["Office"] = { context: { requirements: { isSetSupported } } };
  const { Excel: excel, OfficeExtension: extension } = window as unknown as {
    Excel: typeof Excel;
    OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  };
  extension.CommonUtility._doApiNotSupportedCheck = true;
  return { Excel: excel, isSetSupported };
}
