import {
  type DocumentProperties,
  type ExtraKind,
  type SheetComment,
  type Untold,
  type WorkbookExtras,
} from "../../domain/workbook/workbookExtras";
import type { ExcelRuns, Question } from "./excelRuns";
import { readHiddenLines, usedPieces, type Piece } from "./hiddenLines";
import { listSheets, type ListedSheet } from "./sheetReader";

interface FoundComment {
  readonly id: string;
  readonly text: string;
}

interface FirstAnswer {
  readonly pieces: readonly Piece[];
  readonly comments: readonly FoundComment[];
  readonly properties: DocumentProperties;
}

type PlacedComment = SheetComment & { readonly sheet: string };

/** Comments with answers. Notes came to the interface much later. */
const COMMENTS_SINCE = "1.10";

export async function readExtras(runs: ExcelRuns): Promise<WorkbookExtras> {
  const tellsComments = runs.supports(COMMENTS_SINCE);
  const sheets = await runs.look(listSheets, true);
  const first = await runs.look(firstQuestion(sheets, tellsComments), true);
  const comments = await runs.look((context) => {
    const placed = first.comments.map((comment) => askPlace(context, comment));
    return () => placed.map((answer) => answer());
  }, true);
  const hidden = await readHiddenLines(runs, first.pieces);
  const untold = new Map<ExtraKind, Untold>([
    ["notes", "host"],
    ["links", "host"],
    ["sources", "host"],
  ]);
  if (!tellsComments) untold.set("comments", "hostTooOld");
  if (!hidden.isComplete) untold.set("hiddenLines", "host");
  return {
    sheets: sheets.map(({ id, name }) => ({
      name,
      hiddenRows: hidden.linesOf(id, "rows"),
      hiddenColumns: hidden.linesOf(id, "columns"),
      comments: comments.filter(({ sheet }) => sheet === name),
      links: [],
    })),
    sources: [],
    properties: first.properties,
    untold,
  };
}

function firstQuestion(
  sheets: readonly ListedSheet[],
  tellsComments: boolean,
): Question<FirstAnswer> {
  return (context) => {
    const { workbook } = context;
    const used = sheets.map(({ id }) => usedPieces(context, id));
    const { properties } = workbook;
    properties.load("author,lastAuthor,company,manager");
    const comments = tellsComments ? workbook.comments : undefined;
    comments?.load("items/id,items/content");
    return () => ({
      pieces: used.flatMap((answer) => answer()),
      comments: comments?.items.map(({ id, content }) => ({ id, text: content })) ?? [],
      properties: {
        author: properties.author,
        lastAuthor: properties.lastAuthor,
        company: properties.company,
        manager: properties.manager,
      },
    });
  };
}

function askPlace(context: Excel.RequestContext, { id, text }: FoundComment): () => PlacedComment {
  const range = context.workbook.comments.getItem(id).getLocation();
  range.untrack();
  range.load("rowIndex,columnIndex");
  const { worksheet } = range;
  worksheet.load("name");
  return () => ({
    kind: "comment",
    sheet: worksheet.name,
    row: range.rowIndex + 1,
    column: range.columnIndex + 1,
    text,
  });
}
