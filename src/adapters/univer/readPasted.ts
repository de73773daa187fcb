import {
  type Injector,
  isTextFormat,
  IUniverInstanceService,
  UniverInstanceType,
  type Workbook,
} from "@univerjs/core";
import { type ISheetClipboardHook, ISheetClipboardService } from "@univerjs/preset-sheets-core";
import { cleanPastedCell, toTable } from "./pastedCells";

/** What we use of the grid's own way to paste. */
interface Clipboard {
  legacyPaste(html?: string, text?: string, files?: File[]): Promise<boolean>;
  _pastePlainText(text: string, pasteType: string): Promise<boolean>;
  _pasteHTML(html: string, pasteType: string): Promise<boolean>;
}

const DEFAULT_PASTE = "default-paste";

/** Before the grid's own ways to take a cell. */
const FIRST = -1;

/** What comes from other programs is made ready before the grid takes it, so that one Ctrl+Z takes all of it back. */
export function readPasted(injector: Injector): void {
  const service = injector.get(ISheetClipboardService);
  service.addClipboardHook({ id: "read-pasted", priority: FIRST, onPasteCells: clean(injector) });
  const clipboard = service as unknown as Clipboard;
  const pasteText = clipboard._pastePlainText.bind(clipboard);
  clipboard._pastePlainText = (text, pasteType) =>
    /[\t\n]/u.test(text)
      ? clipboard._pasteHTML(toTable(text), pasteType)
      : pasteText(text, pasteType);
  const paste = clipboard.legacyPaste.bind(clipboard);
  clipboard.legacyPaste = (html, text, files) =>
    !html && !files?.length && text
      ? clipboard._pastePlainText(text, DEFAULT_PASTE)
      : paste(html, text, files);
}

function clean(injector: Injector): NonNullable<ISheetClipboardHook["onPasteCells"]> {
  return (pasteFrom, { unitId, subUnitId, range }, cells) => {
    const workbook = injector
      .get(IUniverInstanceService)
      .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
    const sheet = workbook?.getSheetBySheetId(subUnitId);
    // What was copied in the grid itself is as it should be.
    if (sheet && !pasteFrom) {
      cells.forValue((row, column, cell) => {
        const style = sheet.getCellStyle(range.rows[row] ?? row, range.cols[column] ?? column);
        cleanPastedCell(cell, isTextFormat(style?.n?.pattern));
      });
    }
    return { redos: [], undos: [] };
  };
}
