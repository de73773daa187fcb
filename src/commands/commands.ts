import { shippedTemplates } from "../adapters/browser/shippedTemplates";
import { ExcelWorkbook } from "../adapters/excel/excelWorkbook";
import { clearMarks } from "../application/clearMarks";
import { RIBBON_FUNCTIONS, type RibbonFunction } from "../application/ribbonFunctions";
import { PackageLibrary } from "../application/packageLibrary";
import { noticeAddress, ribbonCommand, type Notify } from "./ribbonCommand";

const DIALOG_PERCENT = 30;

const library = new PackageLibrary(
  shippedTemplates(new URL("assets/templates/", document.baseURI)),
);

const showNotice: Notify = (trouble) =>
  new Promise((resolve) => {
    Office.context.ui.displayDialogAsync(
      noticeAddress(trouble, document.baseURI),
      { height: DIALOG_PERCENT, width: DIALOG_PERCENT, displayInIframe: true },
      ({ value: dialog, status }) => {
        if (status !== Office.AsyncResultStatus.Succeeded) resolve();
        else {
          dialog.addEventHandler(Office.EventType.DialogEventReceived, () => {
            resolve();
          });
        }
      },
    );
  });

const eraseMarks = ribbonCommand(() => {
  const workbook = new ExcelWorkbook({
    excel: Excel,
    isSetSupported: (name, version) => Office.context.requirements.isSetSupported(name, version),
  });
  return clearMarks(workbook, library);
}, showNotice);

const PRESSES: Readonly<Record<RibbonFunction, typeof eraseMarks>> = { clearMarks: eraseMarks };

void Office.onReady(() => {
  for (const name of RIBBON_FUNCTIONS) {
    const press = PRESSES[name];
    // Some hosts call the function by its name on the window, others by what it is associated with.
    Object.assign(window, { [name]: press });
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void press(event);
    });
  }
});
