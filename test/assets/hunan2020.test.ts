import { readTemplate } from "../../src/domain/template/readTemplate";
import { readShippedJson } from "./readShippedTemplate";

test("hunan-2020 reads without problems", () => {
  expect(readTemplate(readShippedJson("hunan-2020.json"))).not.toHaveProperty("problems");
});
