import type { FormCheck } from "./formCheck";

export const duplicateTable: FormCheck = {
  meta: {
    id: "duplicate-table",
    kind: "form",
    title: "同一张表有两份",
    why: "两份数不一样时，看的人不知道以哪一份为准",
  },
  check({ structure, problems }) {
    const duplicates = problems.filter(({ kind }) => kind === "duplicateTable");
    return [...structure.tables.keys()].flatMap((key) => {
      const own = duplicates.filter(({ table }) => table === key);
      const [first] = own;
      if (!first) return [];
      return [{ explanation: first.message, cells: own.flatMap(({ cell }) => cell ?? []) }];
    });
  },
};
