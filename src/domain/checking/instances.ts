import { codeTreeOf } from "../disclosure/codeTree";
import type { PlacedBlock } from "../disclosure/placement";
import type { Reference } from "../expression/expression";
import { placedBlock, type Binding, type FigureSource } from "../expression/scope";
import { relationReferences, type Relation } from "./relation";

const LEVEL_LENGTH = { class: 3, section: 5, item: 7 } as const;
const ONCE: readonly Binding[] = [{}];

/** Everything that 每行, 每码 …, 每列 of a relation stand for in this workbook. */
export function bindingsOf(relation: Relation, source: FigureSource): readonly Binding[] {
  const { rows, columns } = relation.each;
  if (rows === undefined && !columns) return ONCE;
  const references = relationReferences(relation.comparing);
  const rowBindings = rows === undefined ? ONCE : rowsOf(references, source, rows);
  if (!columns) return rowBindings;
  const columnKeys = eachColumn(references);
  return columnKeys.flatMap((columnKey) =>
    rowBindings.map(({ rowId, code }) => ({ rowId, code, columnKey })),
  );
}

/** The figure columns that 每列 stands for. */
export function eachColumn(references: readonly Reference[]): readonly string[] {
  const each = references.find(({ column }) => column.kind === "each");
  return each?.block.figureColumns.map(({ key }) => key) ?? [];
}

function rowsOf(
  references: readonly Reference[],
  source: FigureSource,
  scope: NonNullable<Relation["each"]["rows"]>,
): readonly Binding[] {
  const blocks = references
    .filter(({ row }) => row.kind === "each" || (row.kind === "children" && row.code === undefined))
    .flatMap((reference) => placedBlock(reference, source) ?? []);
  if (scope === "rows") return eachRow(blocks[0]);
  const withChildren = references.some(
    ({ row }) => row.kind === "children" && row.code === undefined,
  );
  return boundCodes(blocks, scope, withChildren);
}

type CodeScope = Exclude<NonNullable<Relation["each"]["rows"]>, "rows">;

interface CodesBound {
  readonly scope: CodeScope;
  readonly withChildren: boolean;
  readonly blocks: readonly PlacedBlock[];
  readonly bindings: readonly Binding[];
}

/** By the first block. */
const codesBound = new WeakMap<PlacedBlock, CodesBound[]>();

/** Many relations go through the codes of the same blocks. */
function boundCodes(
  blocks: readonly PlacedBlock[],
  scope: CodeScope,
  withChildren: boolean,
): readonly Binding[] {
  const [first] = blocks;
  if (!first) return [];
  const known = codesBound.get(first) ?? [];
  codesBound.set(first, known);
  const same = known.find(
    (each) =>
      each.scope === scope &&
      each.withChildren === withChildren &&
      each.blocks.length === blocks.length &&
      each.blocks.every((block, index) => block === blocks[index]),
  );
  if (same) return same.bindings;
  const bindings = codesOf(blocks, scope, withChildren).map((code) => ({
    code,
    rowId: `#${code}`,
  }));
  known.push({ scope, withChildren, blocks, bindings });
  return bindings;
}

function codesOf(
  blocks: readonly PlacedBlock[],
  scope: CodeScope,
  withChildren: boolean,
): readonly string[] {
  const codes = new Set<string>();
  for (const block of blocks) {
    for (const { code } of block.rows) {
      if (code === undefined) continue;
      if (scope !== "codes") {
        // A print may leave out the class and list its items alone.
        if (code.length >= LEVEL_LENGTH[scope]) codes.add(code.slice(0, LEVEL_LENGTH[scope]));
        continue;
      }
      if (withChildren && codeTreeOf(block).childrenOf(code).length === 0) continue;
      if (blocks.some((other) => codeTreeOf(other).stopsAbove(code))) continue;
      codes.add(code);
    }
  }
  return [...codes];
}

function eachRow(block: PlacedBlock | undefined): Binding[] {
  const ids = new Set(
    (block?.rows ?? []).map(({ id }) => id).filter((id) => !id.startsWith("blank:")),
  );
  return [...ids].map((rowId) => ({
    rowId,
    code: rowId.startsWith("#") ? rowId.slice(1) : undefined,
  }));
}
