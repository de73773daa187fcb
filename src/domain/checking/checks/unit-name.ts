import type { Disclosure, FormText } from "../../disclosure/disclosure";
import { normaliseLabel } from "../../template/labels";
import type { CellAddress } from "../../workbook/cellAddress";
import type { FormCheck } from "./formCheck";
import { titled } from "./formWords";

interface NamePlace {
  /** 封面 or the table's title. */
  readonly place: string;
  readonly isDisclosed: boolean;
  readonly name: FormText;
}

export const unitName: FormCheck = {
  meta: {
    id: "unit-name",
    kind: "form",
    title: "单位名称",
    why: "封面、各表和自评表上的单位全称应当一致",
  },
  check(disclosure) {
    const variants = new Map<string, NamePlace[]>();
    for (const each of namePlaces(disclosure)) {
      const name = normaliseLabel(each.name.text);
      const same = variants.get(name);
      if (same) same.push(each);
      else variants.set(name, [each]);
    }
    if (variants.size < 2) return [];
    const groups = [...variants.values()];
    const words = groups.map((places) => `${placeWords(places)}是“${places[0]?.name.text ?? ""}”`);
    return [
      {
        explanation: `单位名称有 ${String(groups.length)} 种：${words.join("，")}。请统一为批复的全称。`,
        cells: rarestFirst(groups),
      },
    ];
  },
};

function namePlaces({ placement, texts, coverUnitName }: Disclosure): NamePlace[] {
  const inTables = [...placement.tables.values()].flatMap(({ table }): NamePlace[] => {
    const { role } = table.definition;
    const name = texts.get(table.key)?.unitName;
    if (!name || role === "supplement") return [];
    return [{ place: titled(table), isDisclosed: role === "disclosure", name }];
  });
  return coverUnitName
    ? [...inTables, { place: "封面", isDisclosed: false, name: coverUnitName }]
    : inTables;
}

function placeWords(places: readonly NamePlace[]): string {
  const tables = places.filter(({ isDisclosed }) => isDisclosed);
  const others = places.filter(({ isDisclosed }) => !isDisclosed);
  const names = [...(tables.length > 2 ? [] : tables), ...others].map(({ place }) => place);
  const counted = tables.length > 2 ? [`${String(tables.length)} 张公开表`] : [];
  return [...counted, ...names].join("、");
}

function rarestFirst(groups: readonly (readonly NamePlace[])[]): CellAddress[] {
  return [...groups]
    .sort((a, b) => a.length - b.length)
    .flatMap((places) => places.map(({ name }) => name.cell));
}
