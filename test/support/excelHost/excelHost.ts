import {
  type CellPosition,
  type CellRange,
  formatPosition,
  parsePosition,
  quoteSheetName,
} from "../../../src/domain/workbook/cellAddress";
import { type CellValue, isErrorValue } from "../../../src/domain/workbook/workbookSnapshot";
import type { RowEdit, WritePlan } from "../../../src/ports/workbookPorts";
import { enteredValue } from "./enteredValue";
import { type HostCell, HostSheet } from "./hostSheet";
import { type NativeBridge, officeClient, type OfficeClient } from "./officeClient";
import {
  ACTION,
  FLAG,
  type Action,
  type Arguments,
  type HostObject,
  HostRefusal,
  PATH,
  type RequestBody,
  type RequestMessage,
} from "./protocol";
import { type HostEvent, workbookObject } from "./workbookObjects";

/** A request as it was sent. `isCleanUp`: the library's own, which nobody waits for. */
export interface SentRequest {
  readonly bytes: number;
  readonly answerBytes: number;
  readonly flags: number;
  readonly actions: number;
  readonly isCleanUp: boolean;
  readonly isWrite: boolean;
  readonly longestAddress: number;
}

export type FailureKind =
  /** Refused as a whole, nothing done. */
  | "refused"
  /** The first half is done, the rest is not. */
  | "halfway"
  /** So many actions are done, the rest is not. */
  | { readonly actions: number }
  /** Everything is done, and then it fails. */
  | "atTheEnd";

/** Excel's bad moods, each as somebody has met it: platform.md 2. */
export interface Moods {
  editsCell: boolean;
  otherWorkbookInFront: boolean;
  /** Excel asks the printer for everything about a page. */
  hasPrinter: boolean;
  /** Of a request or an answer, in bytes. */
  payloadCap: number;
  /** In one read; beyond it the values are null. */
  mostCells: number;
  /** Whether asking a missing object for more is refused. */
  strictNulls: boolean;
  events: "asTheyCome" | "lost" | "twice" | "held" | "withoutDetails";
  /** By number of the request, from 1, clean-up not counted. */
  readonly failures: Map<number, { readonly kind: FailureKind; readonly code: string }>;
  /** Called before a request is worked on: what a person does meanwhile. */
  before: ((number: number) => void) | undefined;
  /** Called when an answer is made and on its way: an event from then on overtakes it. */
  afterAnswer: (() => void) | undefined;
}

const EVENT_TYPES: Readonly<Record<HostEvent, number>> = {
  changed: 10,
  activated: 11,
  added: 13,
  deleted: 15,
  calculated: 16,
  renamed: 25,
  shown: 26,
  moved: 27,
};
const bytesOf = (text: string) => Buffer.byteLength(text);

/** Results of a whole workbook's formulas, by a real engine. */
export type Engine = (
  plan: WritePlan,
) => Promise<(sheet: string, position: CellPosition) => CellValue>;

/**
 * Stands in for Excel behind Microsoft's own client library, and is as unkind as the real one. It knows the members that
 * the adapter uses and no other. It calculates nothing: results are fed by the test or come from a real engine.
 */
export class ExcelHost {
  readonly sheets: HostSheet[] = [];
  front: HostSheet | undefined;
  selection: { readonly sheet: string; readonly range: CellRange } | undefined;
  calculationState = "Done";
  calculationMode = "Automatic";
  isStructureProtected = false;
  comments: {
    readonly id: string;
    readonly sheet: string;
    readonly cell: string;
    readonly text: string;
  }[] = [];
  people = { author: "", lastAuthor: "", company: "" };
  readonly listening = new Set<HostEvent>();
  readonly requests: SentRequest[] = [];
  readonly moods: Moods = {
    editsCell: false,
    otherWorkbookInFront: false,
    hasPrinter: true,
    payloadCap: Number.POSITIVE_INFINITY,
    mostCells: Number.POSITIVE_INFINITY,
    strictNulls: false,
    events: "asTheyCome",
    failures: new Map(),
    before: undefined,
    afterAnswer: undefined,
  };
  readonly client: OfficeClient;
  engine: Engine | undefined;
  private computed: ((sheet: string, position: CellPosition) => CellValue) | undefined;
  private readonly fed = new Map<string, CellValue>();
  private readonly bridge: NativeBridge;
  private readonly references = new Map<string, HostObject>();
  private readonly heldEvents: unknown[] = [];
  private changedSheets = new Set<string>();
  private isCalculated = true;
  private lastId = 0;
  private sent = 0;
  private queue: Promise<void> = Promise.resolve();

  constructor(readonly version = "1.14") {
    this.bridge = {
      sendMessageToHost: (text) => {
        this.queue = this.queue.then(() => this.receive(text));
      },
    };
    this.client = officeClient(this.bridge, (name, asked) => this.supports(name, asked));
  }

  /** A page elsewhere in place of the client of this process: what it sends goes into the function it gets. */
  attach(deliver: (text: string) => void): (text: string) => void {
    this.bridge.onMessageFromHost = deliver;
    return (text) => {
      this.bridge.sendMessageToHost(text);
    };
  }

  private supports(name: string, asked: string): boolean {
    if (name === "ExcelApi") return versionNumber(asked) <= versionNumber(this.version);
    if (name === "ExcelApiUndo") return versionNumber(this.version) >= versionNumber("1.19");
    return false;
  }

  /** A workbook that is already open; the results of its formulas are those of the plan. */
  open(plan: WritePlan): this {
    for (const planned of plan.sheets) {
      const sheet = new HostSheet(this.newId("sheet"), planned.name);
      sheet.visibility = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" }[
        planned.visibility
      ];
      for (const { formula, value, ...position } of planned.cells) {
        const stored = isErrorValue(value) ? value.error : value;
        const key = formatPosition(position);
        if (formula !== undefined) sheet.cells.set(key, { value: null, formula: `=${formula}` });
        else if (stored !== null && stored !== "") sheet.cells.set(key, { value: stored });
      }
      for (const merge of planned.merges) sheet.merge(merge);
      for (const row of planned.hiddenRows) sheet.hiddenRows.add(row);
      for (const column of planned.hiddenColumns) sheet.hiddenColumns.add(column);
      this.sheets.push(sheet);
    }
    this.front ??= this.sheets[0];
    this.feed(plan);
    return this;
  }

  /** What formulas shall give, cell by cell, as long as these very formulas stand there. */
  feed(plan: WritePlan): void {
    for (const { name, cells } of plan.sheets) {
      for (const cell of cells) {
        if (cell.formula !== undefined) {
          this.fed.set(`${name}!${formatPosition(cell)}=${cell.formula}`, cell.value);
        }
      }
    }
  }

  /** null where nobody knows. */
  resultOf(sheet: HostSheet, position: CellPosition, cell: HostCell): unknown {
    if (cell.formula === undefined) return cell.value;
    const result = this.computed
      ? this.computed(sheet.name, position)
      : (this.fed.get(`${sheet.name}!${formatPosition(position)}${cell.formula}`) ?? null);
    if (!isErrorValue(result)) return result;
    return result.error === "NO_RESULT" ? null : result.error;
  }

  find(key: string): HostSheet | undefined {
    return this.sheets.find(
      ({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase(),
    );
  }

  get(name: string): HostSheet {
    const sheet = this.find(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  addSheet(name: string): HostSheet {
    this.requireFront();
    if (this.isStructureProtected) throw new HostRefusal("AccessDenied", 401);
    if (this.find(name)) throw new HostRefusal("ItemAlreadyExists", 409);
    const sheet = new HostSheet(this.newId("sheet"), name);
    this.sheets.push(sheet);
    this.emit("added", { type: "WorksheetAdded", source: "Local", worksheetId: sheet.id });
    return sheet;
  }

  deleteSheet(sheet: HostSheet): void {
    if (this.isStructureProtected) throw new HostRefusal("AccessDenied", 401);
    if (sheet.visibility === "VeryHidden") throw new HostRefusal("InvalidOperation");
    const others = this.sheets.filter((other) => other !== sheet);
    if (!others.some(({ visibility }) => visibility === "Visible")) {
      throw new HostRefusal("InvalidOperation");
    }
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.changeReferences(sheet.name, "#REF!");
    if (this.front === sheet)
      this.front = others.find(({ visibility }) => visibility === "Visible");
    this.emit("deleted", { type: "WorksheetDeleted", source: "Local", worksheetId: sheet.id });
  }

  private changeReferences(name: string, becomes: string): void {
    for (const each of this.sheets) {
      for (const entry of [...each.cells.values(), ...each.marks]) {
        if (entry.formula !== undefined) entry.formula = referring(entry.formula, name, becomes);
      }
    }
  }

  /** References follow, in quotes. */
  rename(sheet: HostSheet, name: string): void {
    if (this.isStructureProtected) throw new HostRefusal("AccessDenied", 401);
    const other = this.find(name);
    if (other && other !== sheet) throw new HostRefusal("ItemAlreadyExists", 409);
    if (name.length > 31 || /[*?:/\\[\]]/u.test(name)) throw new HostRefusal("InvalidArgument");
    const before = sheet.name;
    sheet.name = name;
    this.changeReferences(before, `${quoteSheetName(name)}!`);
    this.emit("renamed", { worksheetId: sheet.id, nameBefore: before, nameAfter: name });
  }

  show(sheet: HostSheet, visibility: string): void {
    const others = this.sheets.some((other) => other !== sheet && other.visibility === "Visible");
    if (visibility !== "Visible" && !others) throw new HostRefusal("InvalidOperation");
    sheet.visibility = visibility;
    if (this.front === sheet && visibility !== "Visible") {
      this.front = this.sheets.find((other) => other.visibility === "Visible");
    }
  }

  /** By the add-in, or by the person: the sheet must allow it. */
  change(sheet: HostSheet, work: () => void): void {
    if (sheet.isProtected) throw new HostRefusal("AccessDenied", 401);
    work();
    this.changedSheets.add(sheet.id);
    this.isCalculated = false;
  }

  moveRows(sheet: HostSheet, edit: Omit<RowEdit, "sheet">): void {
    this.change(sheet, () => {
      sheet.moveRows({ ...edit, sheet: sheet.name });
      for (const each of this.sheets) each.moveReferences({ ...edit, sheet: sheet.name });
    });
  }

  requireFront(): void {
    if (this.moods.otherWorkbookInFront) throw new HostRefusal("GeneralException", 500);
  }

  /** What a person types, whatever the sheet's protection or the add-in is doing. */
  type(sheetName: string, address: string, input: unknown): void {
    const sheet = this.get(sheetName);
    const position = parsePosition(address)!;
    const content = enteredValue(input, sheet.look(position)["NumberFormat"] === "@");
    if (content === undefined) sheet.cells.delete(address);
    else sheet.cells.set(address, content);
    this.isCalculated = false;
    this.emitChange(sheet, address);
  }

  emitChange(sheet: HostSheet, address: string, changeType = "RangeEdited"): void {
    this.emit("changed", {
      address,
      changeType,
      source: "Local",
      worksheetId: sheet.id,
      referenceId: "r1",
      ...(this.moods.events === "withoutDetails"
        ? {}
        : { valueBefore: 1, valueAfter: 2, valueTypeBefore: "Double", valueTypeAfter: "Double" }),
    });
  }

  emit(event: HostEvent, message: object): void {
    if (!this.listening.has(event) || this.moods.events === "lost") return;
    const entry = [65536, EVENT_TYPES[event], "Workbook", JSON.stringify(message), 1];
    if (this.moods.events === "held") this.heldEvents.push(entry);
    else this.send(this.moods.events === "twice" ? [entry, entry] : [entry]);
  }

  /** Held events, late and in the wrong order. */
  letEventsGo(): void {
    this.send(this.heldEvents.splice(0).reverse());
  }

  /** Until nothing is under way. */
  async quiet(): Promise<void> {
    let last: Promise<void> | undefined;
    while (last !== this.queue) {
      last = this.queue;
      await last;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Requests of the adapter itself since the last call. */
  takeRequests(): SentRequest[] {
    return this.requests.splice(0).filter(({ isCleanUp }) => !isCleanUp);
  }

  private send(entries: readonly unknown[]): void {
    const text = JSON.stringify({ type: 3, message: { entries } });
    setImmediate(() => this.bridge.onMessageFromHost?.(text));
  }

  private async receive(text: string): Promise<void> {
    const request = JSON.parse(text) as RequestMessage;
    const { body } = request.message;
    const isCleanUp = body.Actions.some(({ Name }) => Name === "_RemoveReference");
    if (!isCleanUp) {
      this.sent += 1;
      this.moods.before?.(this.sent);
    }
    const message = await this.answer(request, bytesOf(text), isCleanUp ? 0 : this.sent);
    const answer = JSON.stringify({ id: request.id, type: 1, message });
    this.requests.push({
      bytes: bytesOf(text),
      answerBytes: bytesOf(answer),
      flags: request.flags,
      actions: body.Actions.length,
      isCleanUp,
      isWrite: (request.flags & FLAG.write) !== 0,
      longestAddress: longestAddress(body),
    });
    if (!isCleanUp) this.moods.afterAnswer?.();
    await new Promise((resolve) => setImmediate(resolve));
    this.bridge.onMessageFromHost?.(answer);
  }

  private async answer(request: RequestMessage, bytes: number, number: number): Promise<object> {
    const failure = this.moods.failures.get(number);
    if (this.moods.editsCell) return refusal("InvalidOperationInCellEditMode");
    if (failure?.kind === "refused") return refusal(failure.code);
    if (bytes > this.moods.payloadCap) return refusal("RequestPayloadSizeLimitExceeded");
    const { body } = request.message;
    const stopAt = actionsDone(failure?.kind, body.Actions.length);
    await this.calculate();
    const answer = this.work(body, stopAt, failure?.code);
    this.tellChanges();
    if (bytesOf(JSON.stringify(answer)) > this.moods.payloadCap) {
      return refusal("ResponsePayloadSizeLimitExceeded");
    }
    return { statusCode: 200, headers: {}, body: answer };
  }

  private work(body: RequestBody, stopAt: number, code: string | undefined): object {
    const run = new RequestRun(this, body, this.references, () => this.newId("R"));
    const Results: object[] = [];
    for (const [index, action] of body.Actions.entries()) {
      try {
        if (index === stopAt && code !== undefined) throw new HostRefusal(code, 500);
        Results.push({ ActionId: action.Id, Value: run.perform(action) });
      } catch (error) {
        if (error instanceof HostRefusal)
          return { Results, TraceIds: [], Error: failed(error, action, index) };
        throw error;
      }
    }
    if (stopAt === body.Actions.length && code !== undefined) {
      const last = body.Actions.at(-1)!;
      const error = failed(new HostRefusal(code, 500), last, body.Actions.length - 1);
      return { Results: Results.slice(0, -1), TraceIds: [], Error: error };
    }
    return { Results, TraceIds: [] };
  }

  private async calculate(): Promise<void> {
    if (this.isCalculated) return;
    this.isCalculated = true;
    if (this.engine) this.computed = await this.engine(this.plan());
  }

  /** After a request: one event for each sheet, as for a paste. */
  private tellChanges(): void {
    for (const id of this.changedSheets) {
      const sheet = this.find(id);
      if (sheet) this.emitChange(sheet, "A1:Z99");
    }
    this.changedSheets = new Set();
  }

  private plan(): WritePlan {
    return {
      styles: new Map(),
      properties: {},
      sheets: this.sheets.map(({ name, cells, merges }) => ({
        name,
        visibility: "visible",
        cells: [...cells].map(([key, { value, formula }]) => ({
          ...parsePosition(key)!,
          ...(formula === undefined
            ? { value }
            : { value: { error: "NO_RESULT" }, formula: formula.slice(1) }),
        })),
        merges,
        columnWidths: new Map(),
        rowHeights: new Map(),
        hiddenColumns: [],
        hiddenRows: [],
        conditionalFormats: [],
        validations: [],
      })),
    };
  }

  private newId(kind: string): string {
    this.lastId += 1;
    return kind === "sheet" ? `{0000-${String(this.lastId)}}` : `${kind}${String(this.lastId)}`;
  }
}

function actionsDone(kind: FailureKind | undefined, all: number): number {
  if (typeof kind === "object") return Math.min(kind.actions, all);
  return kind === "halfway" ? Math.floor(all / 2) : all;
}

/** 1.14 is younger than 1.9. */
function versionNumber(version: string): number {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major * 100 + minor;
}

function refusal(code: string): object {
  return { statusCode: 400, headers: {}, body: { error: { code, message: code } } };
}

function failed({ code, status }: HostRefusal, { Name }: Action, index: number): object {
  return { Code: code, Message: code, Location: Name, ActionIndex: index, HttpStatusCode: status };
}

function longestAddress(body: RequestBody): number {
  const addresses = Object.values(body.ObjectPaths).flatMap(({ Name, ArgumentInfo }) =>
    Name.startsWith("GetRange") ? [JSON.stringify(ArgumentInfo?.Arguments ?? []).length] : [],
  );
  return Math.max(0, ...addresses);
}

/** The formula with what stands for a sheet, the mark included, in place of that sheet. */
function referring(formula: string, name: string, becomes: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!|[\p{L}_][\p{L}\p{N}_.]*!/gu, (token) => {
    const is = token === `${name}!` || token === `${quoteSheetName(name)}!`;
    return is ? becomes : token;
  });
}

/** One request at work: each path is followed once, so that a method with an effect has it once. */
class RequestRun {
  private readonly found = new Map<number, HostObject | null>();

  constructor(
    private readonly host: ExcelHost,
    private readonly body: RequestBody,
    private readonly references: Map<string, HostObject>,
    private readonly newId: () => string,
  ) {}

  perform(action: Action): unknown {
    if (action.ActionType === ACTION.trace) return null;
    const object = this.object(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object && identity(object, this.references);
      case ACTION.query:
        return object && query(object, action.QueryInfo?.Select ?? []);
      case ACTION.method:
        return this.method(object, action);
      case ACTION.setProperty: {
        const set = object?.properties?.[action.Name]?.set;
        if (!set) throw new HostRefusal(object ? "ApiNotFound" : "InvalidObjectPath");
        set(this.given(action.ArgumentInfo)[0]);
        return null;
      }
      default:
        throw new HostRefusal("ApiNotFound");
    }
  }

  private method(object: HostObject | null, action: Action): unknown {
    if (action.Name === "_KeepReference") {
      if (object?.isRange) this.references.set(this.newId(), object);
      return null;
    }
    const result = this.call(object, action.Name, action.ArgumentInfo);
    return typeof result === "object" && result !== null && !Array.isArray(result)
      ? null
      : (result ?? null);
  }

  private call(object: HostObject | null, name: string, given: Arguments | undefined): unknown {
    if (object === null) throw new HostRefusal("InvalidObjectPath");
    const method = object.methods?.[name];
    const since = object.since?.[name] ?? "1.9";
    if (!method || !this.host.client.isSetSupported("ExcelApi", since)) {
      throw new HostRefusal("ApiNotFound");
    }
    return method(...this.given(given));
  }

  private given(given: Arguments | undefined): unknown[] {
    return (given?.Arguments ?? []).map((value, index) => {
      const id = given?.ReferencedObjectPathIds?.[index];
      return typeof id === "number" && id > 0 ? this.object(id) : value;
    });
  }

  private object(id: number): HostObject | null {
    if (!this.found.has(id)) this.found.set(id, this.follow(id));
    return this.found.get(id) ?? null;
  }

  private follow(id: number): HostObject | null {
    const path = this.body.ObjectPaths[String(id)];
    if (!path) throw new HostRefusal("InvalidObjectPath");
    if (path.ObjectPathType === PATH.global) return workbookObject(this.host);
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.reference) return this.references.get(path.Name) ?? null;
    const parent = this.object(path.ParentObjectPathId ?? 0);
    // What a missing object gives is missing too, as long as nothing is done with it; nobody has said so for certain.
    if (parent === null && this.host.moods.strictNulls) throw new HostRefusal("InvalidObjectPath");
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PATH.method: {
        const result = this.call(parent, path.Name, path.ArgumentInfo) as HostObject | null;
        if (result === null && !path.Name.endsWith("OrNullObject"))
          throw new HostRefusal("ItemNotFound", 404);
        return result;
      }
      case PATH.property: {
        const member = parent.objects?.[path.Name];
        if (!member) throw new HostRefusal("ApiNotFound");
        return member();
      }
      case PATH.indexer: {
        const result = parent.item?.(this.given(path.ArgumentInfo)[0]) ?? null;
        if (result === null) throw new HostRefusal("ItemNotFound", 404);
        return result;
      }
      default:
        throw new HostRefusal("ApiNotFound");
    }
  }
}

function identity(object: HostObject, references: ReadonlyMap<string, HostObject>): object {
  if (object.id !== undefined) return { Id: object.id };
  const reference = [...references].find(([, kept]) => kept === object);
  return reference ? { _ReferenceId: reference[0] } : {};
}

function query(object: HostObject, names: readonly string[]): object {
  const items = object.items?.();
  if (items)
    return {
      _Items: items.map((item) => ({ ...identity(item, new Map()), ...query(item, names) })),
    };
  return Object.fromEntries(
    names.map((name) => {
      const pascal = name.charAt(0).toUpperCase() + name.slice(1);
      const get = object.properties?.[pascal]?.get;
      if (!get) throw new HostRefusal("ApiNotFound");
      return [pascal, get()];
    }),
  );
}
