import type { Disclosure } from "../../disclosure/disclosure";
import type { CheckDefinition } from "../../template/templatePackage";
import type { Template } from "../compileTemplate";
import type { Finding } from "../finding";
import { codeStructure } from "./code-structure";
import { cutLabels } from "./cut-labels";
import { duplicateTable } from "./duplicate-table";
import { emptyTableNote } from "./empty-table-note";
import type { FormCheck } from "./formCheck";
import { lineNumbers } from "./line-numbers";
import { missingParagraph } from "./missing-paragraph";
import { missingTable } from "./missing-table";
import { moneyUnit } from "./money-unit";
import { moreDecimals } from "./more-decimals";
import { negativeFigures } from "./negative-figures";
import { noFigures } from "./no-figures";
import { surplusParagraph } from "./surplus-paragraph";
import { tableNumber } from "./table-number";
import { totalAsValue } from "./total-as-value";
import { unitName } from "./unit-name";
import { unreadParts } from "./unread-parts";
import { yuanFigures } from "./yuan-figures";

const CHECKS: readonly FormCheck[] = [
  missingTable,
  duplicateTable,
  tableNumber,
  unitName,
  moneyUnit,
  codeStructure,
  emptyTableNote,
  lineNumbers,
  cutLabels,
  moreDecimals,
  negativeFigures,
  totalAsValue,
  unreadParts,
  noFigures,
  yuanFigures,
  missingParagraph,
  surplusParagraph,
];

/** The checks in code that the template uses. */
export function formChecks(disclosure: Disclosure, template: Template): Finding[] {
  return template.structure.definition.checks.flatMap((uses) => {
    const found = CHECKS.find(({ meta }) => meta.id === uses.id);
    return found ? findingsOf(found, uses, disclosure, template) : [];
  });
}

function findingsOf(
  found: FormCheck,
  uses: CheckDefinition,
  disclosure: Disclosure,
  template: Template,
): Finding[] {
  const { code, id, level } = uses;
  const { kind, title } = found.meta;
  const base = { code, id, level, kind, title };
  try {
    return found
      .check(disclosure, template)
      .map((report) => ({ ...base, state: "failed", ...report }));
  } catch {
    const explanation = `${title}：本条公式出错（软件问题，不是您的数据问题）。`;
    return [{ ...base, state: "relationFault", explanation, cells: [] }];
  }
}

export function knownChecks(): readonly FormCheck[] {
  return CHECKS;
}
