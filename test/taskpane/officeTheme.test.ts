import { isDark, type Surroundings } from "../../src/taskpane/officeTheme";

const PLAIN = { hasSystemColors: false, prefersDark: false };

test.each<[string, Surroundings, boolean]>([
  ["Office's white theme", { ...PLAIN, officeBackground: "#FFFFFF" }, false],
  [
    "its colourful one, in a dark system",
    { ...PLAIN, officeBackground: "#F0F0F0", prefersDark: true },
    false,
  ],
  ["its dark grey one", { ...PLAIN, officeBackground: "#444444" }, true],
  ["its black one", { ...PLAIN, officeBackground: "#0a0a0a" }, true],
  ["a colour without #", { ...PLAIN, officeBackground: "262626" }, true],
  ["an Office that does not say, in a dark system", { ...PLAIN, prefersDark: true }, true],
  ["an Office that does not say", PLAIN, false],
  ["words instead of a colour", { ...PLAIN, officeBackground: "windowText" }, false],
  [
    "a contrast theme that is black",
    { officeBackground: "#FFFFFF", hasSystemColors: true, prefersDark: true },
    true,
  ],
  [
    "a contrast theme that is white",
    { officeBackground: "#000000", hasSystemColors: true, prefersDark: false },
    false,
  ],
])("%s", (_, surroundings, dark) => {
  expect(isDark(surroundings)).toBe(dark);
});
