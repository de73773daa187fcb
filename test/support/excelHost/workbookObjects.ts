import type { CellRange } from "../../../src/domain/workbook/cellAddress";
import { MAX_COLUMN, MAX_ROW } from "../../../src/domain/workbook/cellAddress";
import type { ExcelHost } from "./excelHost";
import type { HostSheet } from "./hostSheet";
import { type HostMethod, type HostObject, type HostProperty, HostRefusal } from "./protocol";
import { rangeObject, readAddress } from "./rangeObject";

const WHOLE_SHEET: CellRange = { top: 1, left: 1, bottom: MAX_ROW, right: MAX_COLUMN };
const EVENTS = {
  _RegisterDataChangedEvent: "changed",
  _RegisterActivatedEvent: "activated",
  _RegisterAddedEvent: "added",
  _RegisterDeletedEvent: "deleted",
  _RegisterCalculatedEvent: "calculated",
  _RegisterEventNameChanged: "renamed",
  _RegisterEventMoved: "moved",
  _RegisterEventVisibilityChanged: "shown",
} as const;
export type HostEvent = (typeof EVENTS)[keyof typeof EVENTS];

const keep = (
  settings: Record<string, unknown>,
  name: string,
  host: ExcelHost,
  sheet: HostSheet,
) => ({
  set: (value: unknown) => {
    host.change(sheet, () => {
      settings[name] = value;
    });
  },
});

export function workbookObject(host: ExcelHost): HostObject {
  return {
    objects: {
      Worksheets: () => worksheets(host),
      Application: () => ({
        properties: {
          CalculationState: { get: () => host.calculationState },
          CalculationMode: { get: () => host.calculationMode },
        },
        methods: {
          SuspendApiCalculationUntilNextSync: () => undefined,
          SuspendScreenUpdatingUntilNextSync: () => undefined,
        },
      }),
      Protection: () => ({ properties: { Protected: { get: () => host.isStructureProtected } } }),
      Comments: () => comments(host),
      Properties: () => ({
        properties: {
          Author: { get: () => host.people.author },
          LastAuthor: { get: () => host.people.lastAuthor },
          Company: { get: () => host.people.company },
          Manager: { get: () => "" },
        },
      }),
    },
    since: { Comments: "1.10" },
    methods: {
      _RemoveReference: () => undefined,
      GetActiveCell: () => {
        host.requireFront();
        const { sheet, range } = host.selection ?? {};
        const { top = 1, left = 1 } = range ?? {};
        const own = sheet === undefined ? host.front : host.get(sheet);
        if (!own) throw new HostRefusal("InvalidSelection");
        return rangeObject(host, own, [{ top, left, bottom: top, right: left }]);
      },
    },
  };
}

function comments(host: ExcelHost): HostObject {
  const comment = ({ id, sheet, cell, text }: ExcelHost["comments"][number]): HostObject => ({
    id,
    properties: { Id: { get: () => id }, Content: { get: () => text } },
    methods: {
      GetLocation: () => rangeObject(host, host.get(sheet), readAddress(cell)),
    },
  });
  const find = (key: unknown) => {
    const found = host.comments.find(({ id }) => id === key);
    return found ? comment(found) : null;
  };
  return {
    items: () => host.comments.map(comment),
    item: find,
    methods: { GetItem: find },
  };
}

function worksheets(host: ExcelHost): HostObject {
  const find = (key: unknown) => {
    const sheet = host.find(String(key));
    return sheet ? worksheet(host, sheet) : null;
  };
  const events = Object.entries(EVENTS).flatMap(([name, event]): [string, HostMethod][] => [
    [name, () => void host.listening.add(event)],
    [name.replace("_Register", "_Unregister"), () => void host.listening.delete(event)],
  ]);
  const listening = {
    ...Object.fromEntries(events),
    _RegisterCalculatedEvent: () => {
      host.listening.add("calculated");
    },
  };
  return {
    items: () => host.sheets.map((sheet) => worksheet(host, sheet)),
    item: find,
    methods: {
      ...listening,
      GetItem: find,
      GetActiveWorksheet: () => {
        host.requireFront();
        return host.front ? worksheet(host, host.front) : null;
      },
      GetItemOrNullObject: find,
      Add: (name: string) => worksheet(host, host.addSheet(name)),
    },
    since: {
      _RegisterEventNameChanged: "1.17",
      _RegisterEventMoved: "1.17",
      _RegisterEventVisibilityChanged: "1.17",
    },
  };
}

function worksheet(host: ExcelHost, sheet: HostSheet): HostObject {
  const range = (...areas: CellRange[]) => rangeObject(host, sheet, areas);
  const set = (change: (value: string) => void): ((value: unknown) => void) => {
    return (value) => {
      change(String(value));
    };
  };
  return {
    id: sheet.id,
    properties: {
      Id: { get: () => sheet.id },
      Name: {
        get: () => sheet.name,
        set: set((name) => {
          host.rename(sheet, name);
        }),
      },
      Visibility: {
        get: () => sheet.visibility,
        set: set((visibility) => {
          host.show(sheet, visibility);
        }),
      },
      TabColor: {
        get: () => sheet.tabColor,
        set: set((color) => {
          sheet.tabColor = color;
        }),
      },
    },
    objects: {
      Protection: () => ({ properties: { Protected: { get: () => sheet.isProtected } } }),
      PageLayout: () => pageLayout(host, sheet),
      FreezePanes: () => ({
        methods: Object.fromEntries(
          ["FreezeRows", "FreezeColumns", "FreezeAt"].map((name) => [
            name,
            (value: unknown) => {
              host.requireFront();
              sheet.frozen[name] = value;
            },
          ]),
        ),
      }),
    },
    methods: {
      GetRange: (address: string | null) =>
        range(...(address === null ? [WHOLE_SHEET] : readAddress(address).slice(0, 1))),
      GetRanges: (address: string) => range(...readAddress(address)),
      GetUsedRangeOrNullObject: (valuesOnly: boolean | null) => {
        const used = sheet.usedRange(valuesOnly === true);
        return used ? range(used) : null;
      },
      Activate: () => {
        host.requireFront();
        if (sheet.visibility !== "Visible") throw new HostRefusal("InvalidOperation");
        host.front = sheet;
      },
      Delete: () => {
        host.deleteSheet(sheet);
      },
    },
  };
}

function pageLayout(host: ExcelHost, sheet: HostSheet): HostObject {
  if (!host.moods.hasPrinter) throw new HostRefusal("GeneralException", 500);
  const settings = sheet.pageLayout;
  const property = (name: string): [string, HostProperty] => [
    name,
    keep(settings, name, host, sheet),
  ];
  const method = (name: string): [string, HostMethod] => [
    name,
    (...given: unknown[]) => {
      host.change(sheet, () => {
        settings[name] = given;
      });
    },
  ];
  return {
    properties: Object.fromEntries(
      ["Orientation", "PaperSize", "Zoom", "CenterHorizontally"].map(property),
    ),
    objects: {
      HeadersFooters: () => ({
        objects: {
          DefaultForAllPages: () => ({
            properties: Object.fromEntries([property("CenterFooter")]),
          }),
        },
      }),
    },
    methods: Object.fromEntries(
      ["SetPrintArea", "SetPrintTitleRows", "SetPrintMargins"].map(method),
    ),
  };
}
