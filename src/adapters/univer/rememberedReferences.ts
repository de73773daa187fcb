import { IFormulaDependencyGenerator, IDependencyManagerService } from "@univerjs/engine-formula";
import type { Injector } from "@univerjs/core";

/** A node of a formula as the grid has parsed it; the grid keeps it as long as the formula stands somewhere. */
interface FormulaNode {
  readonly nodeType: number;
  getToken(): string;
  getChildren(): FormulaNode[];
  isAddress?(): boolean;
}

interface PlacedRange {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: {
    readonly startRow: number;
    readonly endRow: number;
    readonly startColumn: number;
    readonly endColumn: number;
  };
}

interface Tree {
  readonly treeId: number;
  readonly rangeList: readonly PlacedRange[];
}

/** What we use of the grid's own search for what each formula depends on. */
interface Generator {
  _runtimeService: { readonly currentSubUnitId: string };
  _getRangeListByNode(data: {
    readonly node: FormulaNode | null;
    readonly refOffsetX: number;
    readonly refOffsetY: number;
  }): Promise<PlacedRange[]>;
  _executeNode(node: FormulaNode): Promise<{ toUnitRange(): PlacedRange }>;
  _nodeTraversalRef(node: FormulaNode, found: FormulaNode[]): void;
  _getAddressFunctionNodeList(node: FormulaNode): FormulaNode[];
  _detectForcedRecalculationNode(tree: unknown, node: FormulaNode): boolean;
  _detectForcedRecalculationNodeRecursion(node: FormulaNode): boolean;
}

interface Manager {
  addDependencyRTreeCache(tree: Tree): void;
  reset(): void;
  _removeDependencyRTreeCacheById(unitId: string, sheetId: string): void;
  _addAllTreeMap(tree: Tree): void;
}

const VALUE = 2;
const OPERATOR = 3;
const FUNCTION = 4;
const REFERENCE = 1;
const UNION = 10;
const PREFIX = 11;
const SUFFIX = 12;

/**
 * At each edit the grid searches every formula of the workbook anew for what it refers to, and enters that once more
 * into an index which so grows with every edit. What a formula refers to is remembered here until cells move.
 *
 * `INDEX(F:F,ROWS($A$1:$A9)+1):F$21` depends on just that range: taken for all of F, as the grid does, it would depend
 * on itself, and the grid would compute such formulas in any order.
 */
export function rememberReferences(injector: Injector): RememberedReferences {
  const generator = injector.get(IFormulaDependencyGenerator) as unknown as Generator;
  const known = generators.get(generator) ?? new RememberedReferences(generator);
  generators.set(generator, known);
  enterOnce(injector.get(IDependencyManagerService) as unknown as Manager);
  return known;
}

const generators = new WeakMap<Generator, RememberedReferences>();

export class RememberedReferences {
  private formulas = new WeakMap<FormulaNode, Map<string, PlacedRange[]>>();
  private readonly places = new Map<string, PlacedRange>();

  constructor(private readonly generator: Generator) {
    const search = generator._getRangeListByNode.bind(generator);
    generator._nodeTraversalRef = collectReferences;
    generator._getRangeListByNode = async (data) => {
      const { node, refOffsetX, refOffsetY } = data;
      if (!node || refOffsetX !== 0 || refOffsetY !== 0) return search(data);
      const sheet = generator._runtimeService.currentSubUnitId;
      const bySheet = this.formulas.get(node) ?? new Map<string, PlacedRange[]>();
      const known = bySheet.get(sheet) ?? (await this.rangesOf(node, sheet));
      if (!known) return distinct(await search(data));
      this.formulas.set(node, bySheet.set(sheet, known));
      return known;
    };
    const addresses = generator._getAddressFunctionNodeList.bind(generator);
    generator._getAddressFunctionNodeList = remembered((node) =>
      addresses(node).filter((address) => !isPlace(address)),
    );
    const isForced = remembered(generator._detectForcedRecalculationNodeRecursion.bind(generator));
    generator._detectForcedRecalculationNode = (_, node) => isForced(node);
  }

  /** When cells have moved or sheets were renamed. */
  forget(): void {
    this.formulas = new WeakMap();
    this.places.clear();
  }

  /** Undefined where a range depends on what stands in cells. */
  private async rangesOf(node: FormulaNode, sheet: string): Promise<PlacedRange[] | undefined> {
    const nodes: FormulaNode[] = [];
    collectReferences(node, nodes);
    const byText = new Map<string, FormulaNode>();
    for (const each of nodes) {
      const text = placeText(each);
      if (text === undefined) return undefined;
      byText.set(`${sheet} ${text}`, each);
    }
    const ranges: PlacedRange[] = [];
    for (const [text, each] of byText) {
      const range =
        this.places.get(text) ?? (await this.generator._executeNode(each)).toUnitRange();
      this.places.set(text, range);
      ranges.push(range);
    }
    return distinct(ranges);
  }
}

function remembered<Result>(ask: (node: FormulaNode) => Result): (node: FormulaNode) => Result {
  const known = new WeakMap<FormulaNode, { readonly result: Result }>();
  return (node) => {
    const { result } = known.get(node) ?? { result: ask(node) };
    known.set(node, { result });
    return result;
  };
}

function isFunction(node: FormulaNode, ...names: string[]): boolean {
  return node.nodeType === FUNCTION && names.includes(node.getToken().trim().toUpperCase());
}

/** What names one range, whatever stands in the cells; undefined for anything else. */
function placeText(node: FormulaNode): string | undefined {
  const { nodeType } = node;
  if (nodeType === REFERENCE) return node.getToken();
  if (nodeType !== UNION && !isFunction(node, "INDEX")) return undefined;
  const [first, ...rest] = node.getChildren();
  const start = first && placeText(first);
  const others = rest.map(nodeType === UNION ? placeText : numberText);
  if (start === undefined || others.includes(undefined)) return undefined;
  return `${node.getToken()}(${[start, ...others].join()})`;
}

/** A number that changes only when cells move. */
function numberText(node: FormulaNode): string | undefined {
  if (node.nodeType === VALUE) return node.getToken();
  const isOperator = node.nodeType === OPERATOR;
  if (!isOperator && !isFunction(node, "ROWS", "COLUMNS")) return undefined;
  const parts = node.getChildren().map(isOperator ? numberText : placeText);
  return parts.includes(undefined) ? undefined : `${node.getToken()}(${parts.join()})`;
}

function isPlace(node: FormulaNode): boolean {
  return placeText(node) !== undefined;
}

function collectReferences(node: FormulaNode, found: FormulaNode[]): void {
  for (const child of node.getChildren()) {
    if (isPlace(child)) found.push(child);
    else if (isPrecomputed(child)) {
      found.push(child);
      if (child.nodeType !== UNION) continue;
      for (const part of child.getChildren()) {
        if (part.isAddress?.()) collectReferences(part, found);
      }
    } else if (numberText(child) === undefined) collectReferences(child, found);
  }
}

/** `A1:INDEX(…)`, `@A1:A3` and `A1#` are ranges only once they are computed. */
function isPrecomputed(node: FormulaNode): boolean {
  if (node.nodeType === UNION) return true;
  return (
    (node.nodeType === PREFIX && node.getToken() === "@") ||
    (node.nodeType === SUFFIX && node.getToken() === "#")
  );
}

function distinct(ranges: readonly PlacedRange[]): PlacedRange[] {
  const known = new Map<string, PlacedRange>();
  for (const place of ranges) {
    if (place.unitId === "") continue;
    const { startRow, endRow, startColumn, endColumn } = place.range;
    known.set([place.sheetId, startRow, endRow, startColumn, endColumn].join(), place);
  }
  return [...known.values()];
}

/** The index keeps what is entered; the grid would enter all of it again at each edit. */
function enterOnce(manager: Manager): void {
  if (Object.hasOwn(manager, "addDependencyRTreeCache")) return;
  const entered = new Map<number, readonly PlacedRange[]>();
  const enter = manager.addDependencyRTreeCache.bind(manager);
  manager.addDependencyRTreeCache = (tree) => {
    const known = entered.get(tree.treeId);
    if (known && sameRanges(known, tree.rangeList)) manager._addAllTreeMap(tree);
    else {
      entered.set(tree.treeId, [...tree.rangeList]);
      enter(tree);
    }
  };
  const reset = manager.reset.bind(manager);
  manager.reset = () => {
    entered.clear();
    reset();
  };
  const remove = manager._removeDependencyRTreeCacheById.bind(manager);
  manager._removeDependencyRTreeCacheById = (unitId, sheetId) => {
    entered.clear();
    remove(unitId, sheetId);
  };
}

function sameRanges(left: readonly PlacedRange[], right: readonly PlacedRange[]): boolean {
  return left.length === right.length && left.every((range, index) => range === right[index]);
}
