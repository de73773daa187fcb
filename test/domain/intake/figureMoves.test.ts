import { figureMoves } from "../../../src/domain/intake/figureMoves";
import { intakeOf } from "../../../src/domain/intake/intake";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { formatAddress } from "../../../src/domain/workbook/cellAddress";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate();
const intake = intakeOf([{ name: "全套.xlsx", snapshot: snapshotOf(quanbiaoyoushu) }], template);

test.each(intake.tables.map(({ table }) => [table.key]))(
  "every figure of %s comes to the cell that is said",
  (key) => {
    const figures = intake.disclosure;
    const plan = layOutWorkbook(template, { unitName: "某局", year: 2020, figures });
    const cells = new Map(
      plan.sheets.flatMap(({ name: sheet, cells: own }) =>
        own.map((cell) => [formatAddress({ sheet, ...cell }), cell.value]),
      ),
    );
    const moves = figureMoves(intake, figures, key);
    expect(moves).toHaveLength(intake.tables.find(({ table }) => table.key === key)!.figures);
    for (const { value, to } of moves) {
      const stands = cells.get(formatAddress(to));
      // A zero over nothing shows as blank where a formula gives it.
      expect(Number(stands ?? 0)).toBeCloseTo(Number(value), 6);
    }
  },
);
