import { noticeAddress, ribbonCommand } from "../../src/commands/ribbonCommand";
import { WorkbookError } from "../../src/ports/workbookPorts";

const PAGE = "https://example.cn/folder/commands.html?_host_Info=Excel";

async function pressed(work: () => Promise<void>): Promise<string[]> {
  const told: string[] = [];
  const press = ribbonCommand(work, async ({ code }) => {
    await new Promise((resolve) => setImmediate(resolve));
    told.push(`notice ${code}`);
  });
  await press({ completed: () => void told.push("completed") });
  return told;
}

test("Office is told when the work is done", async () => {
  expect(await pressed(async () => undefined)).toEqual(["completed"]);
});

test.each([
  ["a host that refuses", new WorkbookError("protected", "收入决算表"), "notice protected"],
  ["a bug of ours", new TypeError("x is undefined"), "notice unexpected"],
])("%s is said first", async (_, error, words) => {
  expect(await pressed(() => Promise.reject(error))).toEqual([words, "completed"]);
});

test.each([
  ["protected", "a b", "https://example.cn/folder/notice.html?code=protected&detail=a+b"],
  ["accessDenied", "a & b", "https://example.cn/folder/notice.html?code=accessDenied"],
  ["marksLeft", "24", "https://example.cn/folder/notice.html?code=marksLeft&detail=24"],
  ["unexpected", "a & b", "https://example.cn/folder/notice.html?code=unexpected&detail=a+%26+b"],
] as const)("the dialog's address for %s", (code, detail, address) => {
  expect(noticeAddress({ code, detail }, PAGE)).toBe(address);
});
