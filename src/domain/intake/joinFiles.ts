import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/workbookSnapshot";

/** A workbook as it was read, with the name that the person knows it by. */
export interface SourceFile {
  readonly name: string;
  readonly snapshot: WorkbookSnapshot;
}

export interface SheetSource {
  readonly file: string;
  /** As the file has it. */
  readonly sheet: string;
}

export interface JoinedFiles {
  readonly snapshot: WorkbookSnapshot;
  /** By the sheet's name in `snapshot`. */
  readonly sources: ReadonlyMap<string, SheetSource>;
}

/** One file per table is read like one workbook with all of them: a sheet whose name is taken gets its file's name too. */
export function joinFiles(files: readonly SourceFile[]): JoinedFiles {
  const sources = new Map<string, SheetSource>();
  const sheets = files.flatMap(({ name: file, snapshot }) =>
    snapshot.sheets.map((sheet): SheetSnapshot => {
      const name = freeName(sheet.name, file, sources);
      sources.set(name, { file, sheet: sheet.name });
      return name === sheet.name ? sheet : { ...sheet, name };
    }),
  );
  return { snapshot: { sheets }, sources };
}

function freeName(sheet: string, file: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(sheet)) return sheet;
  const named = `${sheet}（${file}）`;
  let name = named;
  for (let count = 2; taken.has(name); count += 1) name = `${named}${String(count)}`;
  return name;
}
