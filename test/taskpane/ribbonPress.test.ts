import { pressOf } from "../../src/taskpane/ribbonPress";

test.each([
  ["?do=check", "check"],
  ["?do=cell&_host_Info=Excel$Win32$16.01$zh-CN", "cell"],
  ["?_host_Info=Excel$Win32$16.01$zh-CN", undefined],
  ["?do=all", undefined],
  ["", undefined],
])("an address with %s", (search, press) => {
  expect(pressOf(search)).toBe(press);
});
