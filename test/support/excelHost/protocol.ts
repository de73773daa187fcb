/** What the client library sends: platform.md 5.2 and 5.3. */
export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
export const PATH = {
  global: 1,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;
export const FLAG = { write: 1, undoable: 16, delayForCellEdit: 64 } as const;

export interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface RequestMessage {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: RequestBody };
}

/** Refused by the host, in its own words. */
export class HostRefusal extends Error {
  constructor(
    readonly code: string,
    readonly status = 400,
  ) {
    super(code);
  }
}

export interface HostProperty {
  readonly get?: () => unknown;
  readonly set?: (value: unknown) => void;
}

/** One object of Excel, with only the members that the adapter uses; null: it does not exist. */
export interface HostObject {
  readonly id?: string;
  /** Ranges are kept by reference, everything else is found anew by its path. */
  readonly isRange?: boolean;
  readonly properties?: Readonly<Record<string, HostProperty>>;
  readonly objects?: Readonly<Record<string, () => HostObject | null>>;
  readonly methods?: Readonly<Record<string, HostMethod>>;
  readonly item?: (key: unknown) => HostObject | null;
  readonly items?: () => readonly HostObject[];
  /** ExcelApi versions of members that are younger than 1.9. */
  readonly since?: Readonly<Record<string, string>>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what comes over the wire
export type HostMethod = (...given: any[]) => unknown;
