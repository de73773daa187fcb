/* In place of office.js, which waits for a real host. The client library before it is Microsoft's own. */
globalThis.Office = {
  onReady: (ready) =>
    Promise.resolve({ host: "Excel", platform: "PC" }).then((info) => (ready?.(info), info)),
  AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
  EventType: { DialogEventReceived: "dialogEventReceived" },
  HostType: { Excel: "Excel" },
  PlatformType: { PC: "PC" },
  context: {
    host: "Excel",
    platform: "PC",
    displayLanguage: "zh-CN",
    officeTheme: globalThis.__excel.officeTheme,
    requirements: {
      isSetSupported: (name, version = "1.1") => {
        const number = (text) => text.split(".").reduce((all, part) => all * 100 + Number(part), 0);
        return name === "ExcelApi" && number(version) <= number(globalThis.__excel.version);
      },
    },
    ui: {
      displayDialogAsync: (address, _options, told) => {
        globalThis.__excel.dialog = address;
        const handlers = [];
        globalThis.__excel.closeDialog = () => handlers.forEach((handler) => handler({}));
        told({
          status: "succeeded",
          value: { addEventHandler: (_, handler) => handlers.push(handler) },
        });
      },
    },
  },
  actions: {
    associate: (name, action) => {
      globalThis.__excel.actions[name] = action;
    },
  },
};
