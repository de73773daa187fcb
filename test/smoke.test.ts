import { Decimal } from "decimal.js";

test("amounts are exact", () => {
  expect(new Decimal("0.1").plus("0.2").toString()).toBe("0.3");
});
