import type { ExcelAccess } from "./excelAccess";
import type { ListedSheet, WorkbookLook } from "./sheetReader";

const SHOW_PAUSE = 3_000;
/** For as long as a person may leave a cell half typed. */
const SHOW_TRIES = 200;

/** What a look at the whole workbook says of sheets that are to go. */
export interface Leaving {
  readonly goes: readonly ListedSheet[];
  readonly renamed?: readonly { readonly sheet: ListedSheet; readonly name: string }[];
}

/**
 * Deletes sheets as long as nobody has worked on them. A deleted sheet cannot be had back, and a look alone is no
 * promise: what is to go is hidden first, where nobody types any more, and looked at once more.
 */
export class SheetRemover {
  /** How sheets were shown before we hid them; also of a try that failed. */
  private readonly hidden = new Map<string, string>();

  private isWaiting = false;
  private tries = 0;

  constructor(private readonly access: ExcelAccess) {}

  remove<Choice extends Leaving>(choose: (look: WorkbookLook) => Choice): Promise<Choice> {
    return this.access.runs.afresh(async () => {
      const choice = await this.settle(choose);
      const { goes, renamed = [] } = choice;
      const back = [...this.hidden].filter(([id]) => !goes.some((sheet) => sheet.id === id));
      if (goes.length + back.length + renamed.length > 0) {
        await this.access.writeFresh([
          ({ workbook: { worksheets } }) => {
            for (const { id } of goes) worksheets.getItem(id).delete();
            for (const [id, visibility] of back) show(worksheets.getItem(id), visibility);
            for (const { sheet, name } of renamed) worksheets.getItem(sheet.id).name = name;
          },
        ]);
        this.hidden.clear();
      }
      return choice;
    });
  }

  /** All sheets and their contents: any may refer to one that is to go. */
  async look(): Promise<WorkbookLook> {
    const { reader } = this.access;
    const list = await reader.readLook([], true);
    const look = await reader.readLook(
      list.sheets.map(({ id }) => id),
      true,
    );
    for (const id of [...this.hidden.keys()]) {
      const isHidden = look.sheets.some(
        (sheet) => sheet.id === id && sheet.visibility === "Hidden",
      );
      if (!isHidden) this.hidden.delete(id);
    }
    const sheets = look.sheets.map((sheet) => {
      return { ...sheet, visibility: this.hidden.get(sheet.id) ?? sheet.visibility };
    });
    return { ...look, sheets };
  }

  /** After a failure: what stands is shown as it was; where Excel does not let us, as soon as it does. */
  async showAgain(): Promise<void> {
    try {
      await this.showNow();
      this.tries = 0;
    } catch (error) {
      this.showLater();
      throw error;
    }
  }

  private showLater(): void {
    if (this.isWaiting || this.tries >= SHOW_TRIES) return;
    this.isWaiting = true;
    this.tries += 1;
    void this.access.runs
      .wait(SHOW_PAUSE)
      .then(() => {
        this.isWaiting = false;
        return this.showAgain();
      })
      .catch(() => undefined);
  }

  private async showNow(): Promise<void> {
    await this.look();
    const back = [...this.hidden];
    if (back.length === 0) return;
    await this.access.write([
      ({ workbook: { worksheets } }) => {
        for (const [id, visibility] of back) show(worksheets.getItem(id), visibility);
      },
    ]);
    this.hidden.clear();
  }

  private async settle<Choice extends Leaving>(
    choose: (look: WorkbookLook) => Choice,
  ): Promise<Choice> {
    const choice = choose(await this.look());
    const open = choice.goes.filter(({ id }) => !this.hidden.has(id));
    if (open.length === 0) return choice;
    for (const { id, visibility } of open) this.hidden.set(id, visibility);
    await this.access.writeFresh([
      ({ workbook: { worksheets } }) => {
        // Not very hidden, which cannot be deleted.
        for (const { id } of open) worksheets.getItem(id).visibility = "Hidden";
      },
    ]);
    return this.settle(choose);
  }
}

function show(sheet: Excel.Worksheet, visibility: string): void {
  if (visibility === "VeryHidden") sheet.visibility = "VeryHidden";
  else sheet.visibility = visibility === "Hidden" ? "Hidden" : "Visible";
}
