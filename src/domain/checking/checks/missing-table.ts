import type { FormCheck } from "./formCheck";
import { tablesNamed } from "./formWords";

export const missingTable: FormCheck = {
  meta: {
    id: "missing-table",
    kind: "form",
    title: "缺少公开表",
    why: "这一版的公开表一张也不能少，没有数的表也要公开并说明",
  },
  check({ structure, placement }) {
    const missing = [...structure.tables.values()].filter(
      ({ key, definition }) => definition.required && !placement.tables.has(key),
    );
    if (missing.length === 0) return [];
    return [
      {
        title: `缺少${tablesNamed(missing)}`,
        explanation: `没有找到${tablesNamed(missing)}。请补上；如果工作簿里有，请检查它的标题和表头。`,
        cells: [],
      },
    ];
  },
};
