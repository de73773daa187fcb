"use strict";

const swc = ({ tsx }) => [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", tsx },
      target: "es2022",
      transform: { react: { runtime: "automatic" } },
    },
  },
];

/** What the grid uses that is written as modules alone, which jest does not load by itself. */
const MODULES =
  "cjk-regex|collapse-white-space|franc-min|kdbush|lodash-es|n-gram|nanoid|numfmt|quickselect|rbush|regexp-util|trigram-utils|unicode-regex";

const GRID_CALCULATION = "@univerjs/(core|engine-formula)/lib/cjs/index\\.js$";

const everywhere = {
  roots: ["<rootDir>/test"],
  testEnvironment: "node",
  transform: {
    "\\.ts$": swc({ tsx: false }),
    "\\.tsx$": swc({ tsx: true }),
    [GRID_CALCULATION]: "<rootDir>/src/cli/page/plainFieldsLoader.js",
    [`/node_modules/(${MODULES})/.+\\.js$`]: swc({ tsx: false }),
  },
  // As webpack does it for the page.
  moduleNameMapper: { "^numfmt$": "<rootDir>/src/adapters/univer/numfmt.ts" },
  transformIgnorePatterns: [`/node_modules/(?!(${MODULES})/|${GRID_CALCULATION})`],
};

module.exports = {
  maxWorkers: 2,
  testTimeout: 240_000,
  projects: [
    {
      ...everywhere,
      testMatch: ["**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/"],
    },
    {
      ...everywhere,
      testMatch: ["<rootDir>/test/browser/**/*.test.ts"],
      // Only where a test of the page is asked for: it needs dist/ and a browser.
      globalSetup: "<rootDir>/test/browser/support/setup.ts",
      globalTeardown: "<rootDir>/test/browser/support/teardown.ts",
    },
  ],
};
