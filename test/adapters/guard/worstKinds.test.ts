import { outcomeOf, readWorkbook } from "../../support/readWorkbook";
import {
  bool,
  label,
  makeBiff,
  merges,
  number,
  shared,
  strings,
  sum,
} from "./worstKinds/biffStream";
import { float, makeOds, row } from "./worstKinds/odsFile";
import { makeOle } from "./worstKinds/oleFile";
import { WORST_KINDS } from "./worstKinds/worstKinds";

test.each(WORST_KINDS)("$name: $outcome", async ({ make, outcome }) => {
  const bytes = make();
  expect(await outcomeOf(bytes)).toBe(outcome);
  if (outcome === "read") {
    expect((await readWorkbook(bytes)).sheets[0]?.values[0]?.[0]).toBe(7);
  }
});

const RECORDS = makeBiff(
  [
    {
      cells: [
        ...number(0, 0, 7),
        ...label(0, 1, "合计"),
        ...shared(0, 2, 0),
        ...bool(0, 3, 1),
        ...sum(1, 0, 7),
        ...merges(1, [2, 3, 0, 1]),
      ],
    },
  ],
  { globals: strings(1, "收入") },
);
const PAGE = `<html><table><tr><td rowspan="2" x:num="7">7</td><td>&lt;甲&#20915;</td></tr><!-- a --><tr><th>1,2.5</table>`;
const XML = `<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table><Row ss:Index="2"><Cell ss:MergeDown="1" ss:Formula="=R[1]C"><Data ss:Type="Number">7</Data></Cell></Row></Table></Worksheet></Workbook>`;
const VALID: [string, Uint8Array][] = [
  ["an .xls", makeOle(RECORDS, { isSmall: true })],
  ["records without a container", RECORDS],
  ["an .ods", makeOds({ rows: row(float(7, `table:number-columns-spanned="2"`) + float(8)) })],
  ["Excel 2003's XML", new TextEncoder().encode(XML)],
  ["a page", new TextEncoder().encode(PAGE)],
];

/** Small and repeatable; which numbers come does not matter. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

test.each(VALID)("any bytes changed in %s give a workbook or a refusal", async (_, valid) => {
  const random = randomNumbers(20_201_231);
  expect(await outcomeOf(valid)).toBe("read");
  for (let round = 0; round < 1_000; round += 1) {
    const bytes = valid.slice();
    for (let change = 0; change <= round % 4; change += 1)
      bytes[random(bytes.length)] = random(256);
    expect(await outcomeOf(bytes)).toEqual(expect.any(String));
  }
});
