import { OFFICE_SOURCES, officeAddress, officeOrigin } from "../../../src/cli/page/officeLibrary";
import { PAGE_POLICY, panePolicy } from "../../../src/cli/page/pagePolicy";

const scripts = (policy: string) => /script-src ([^;]+)/u.exec(policy)?.[1]?.split(" ");

test.each(OFFICE_SOURCES)("with %s, scripts come from there and from nowhere else", (source) => {
  const page = "https://czj.example.gov.cn/gk/taskpane.html";
  const from = new URL(officeAddress(source), page).origin;
  const own = new URL(page).origin;
  const policy = panePolicy(officeOrigin(source));
  expect(scripts(policy)).toEqual(from === own ? ["'self'"] : ["'self'", from]);
  expect(policy.replace(` ${from}`, "")).toBe(PAGE_POLICY);
});

test("the page for browsers lets nothing in from elsewhere", () => {
  expect(PAGE_POLICY).not.toContain("https:");
});
