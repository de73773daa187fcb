import { existsSync, readdirSync } from "node:fs";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const COMPARISONS = new Set(["<", ">", "<=", ">=", "==", "!=", "===", "!=="]);

/** `new Decimal(9) < new Decimal(10)` is false: operators compare the printed digits. */
const noOperatorsOnAmounts = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      compare: "Compare amounts with their methods (lessThan, equals, …), not with '{{operator}}'.",
      sort: "Sort amounts with a comparing function: without one they sort as text.",
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const checker = services.program.getTypeChecker();

    // `Amount | undefined` counts as an amount; `=== undefined` stays free, as only one side is one.
    const holdsDecimal = (type) =>
      type.isUnion() ? type.types.some(holdsDecimal) : type.getSymbol()?.getName() === "Decimal";
    const isAmount = (node) => holdsDecimal(services.getTypeAtLocation(node));
    const isNumeric = (node) => {
      const type = services.getTypeAtLocation(node);
      return (
        holdsDecimal(type) ||
        checker.typeToString(checker.getBaseTypeOfLiteralType(type)) === "number"
      );
    };
    const isAmountList = (node) => {
      const element = services.getTypeAtLocation(node).getNumberIndexType();
      return element !== undefined && holdsDecimal(element);
    };

    return {
      BinaryExpression(node) {
        if (!COMPARISONS.has(node.operator)) return;
        const { left, right, operator } = node;
        if ((isAmount(left) && isNumeric(right)) || (isAmount(right) && isNumeric(left))) {
          context.report({ node, messageId: "compare", data: { operator } });
        }
      },
      "CallExpression[arguments.length=0] > MemberExpression.callee[property.name=/^(sort|toSorted)$/]"(
        node,
      ) {
        if (isAmountList(node.object)) context.report({ node, messageId: "sort" });
      },
    };
  },
};

const FRONT_ENDS = ["taskpane", "workbench", "commands", "cli"];
const OUTSIDE_DOMAIN = ["ports", "application", "adapters", ...FRONT_ENDS];
const PAGE = ["react", "react-dom", "@fluentui/[^/]+"];
const NODE = ["node:[^/]+"];

/** Each adapter's own library; an adapter that is not listed has none. */
const LIBRARIES = {
  browser: [],
  excel: [],
  univer: ["@univerjs/[^/]+", "numfmt"],
  xlsx: ["exceljs", "fflate"],
  xls: ["@e965/xlsx"],
  markup: [],
  docx: ["docx", "fflate"],
  guard: ["fflate"],
  files: NODE,
  memory: [],
  wps: [],
};

const ADAPTERS_FOLDER = new URL("src/adapters", import.meta.url);
const ADAPTERS = [
  ...new Set([
    ...Object.keys(LIBRARIES),
    ...(existsSync(ADAPTERS_FOLDER) ? readdirSync(ADAPTERS_FOLDER) : []),
  ]),
];

/** An import that climbs out of its folder into one of these. */
const climbInto = (names) => `^(\\.\\.?/)+(${names.join("|")})(/|$)`;
const anyPackageBut = (names) =>
  names.length === 0 ? "^[^.]" : `^(?!(${names.join("|")})(/|$))[^.]`;

const IMPORTS = "@typescript-eslint/no-restricted-imports";
const SYNTAX = "no-restricted-syntax";

const dynamicImport = {
  selector: "ImportExpression",
  message: "No dynamic import here: the layer rules cannot see it.",
};
const clock = [
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "The domain has no clock: today's date comes in as an argument.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "The domain is deterministic.",
  },
];
const HOST_GLOBALS = ["process", "Buffer", "window", "document", "fetch", "Excel", "Office"];

/** A later entry replaces a rule's options, so each folder has one entry with all its patterns. */
function layer(files, { packages = [], closed = [], typesOnly = [], ignores = [], syntax = [] }) {
  const patterns = [
    { regex: anyPackageBut(packages), message: "This layer may not import this package." },
    { regex: climbInto(["test", "assets"]), message: "Assets and tests are not imported." },
  ];
  if (closed.length > 0) {
    patterns.push({ regex: climbInto(closed), message: "This layer may not import that layer." });
  }
  if (typesOnly.length > 0) {
    patterns.push({
      regex: climbInto(typesOnly),
      allowTypeImports: true,
      message: "Only types may be imported from there.",
    });
  }
  return {
    files,
    ignores,
    rules: { [IMPORTS]: ["error", { patterns }], [SYNTAX]: ["error", ...syntax] },
  };
}

const ROOTS = [
  "src/taskpane/index.tsx",
  "src/workbench/index.tsx",
  "src/commands/commands.ts",
  "src/cli/main.ts",
  "src/{taskpane,cli}/worker.ts",
];

const frontEnd = (name, packages, files = [`src/${name}/**/*.{ts,tsx}`], ignores = ROOTS) =>
  layer(files, {
    ignores,
    packages: [...packages, "decimal\\.js"],
    closed: [
      ...(ignores.length > 0 ? ["adapters"] : []),
      // The workbench shows the pane's own components beside its grid.
      ...FRONT_ENDS.filter((other) => other !== name).map((other) =>
        name === "workbench" && other === "taskpane" ? "taskpane(?!/components/)" : other,
      ),
    ],
    syntax: ignores.length > 0 ? [dynamicImport] : [],
  });

const roots = [
  frontEnd("taskpane", PAGE, ["src/taskpane/{index.tsx,worker.ts}"], []),
  frontEnd("workbench", PAGE, ["src/workbench/index.tsx"], []),
  frontEnd("commands", [], ["src/commands/commands.ts"], []),
  frontEnd("cli", NODE, ["src/cli/{main,worker}.ts"], []),
];

const layers = [
  layer(["src/domain/**/*.ts"], {
    packages: ["decimal\\.js"],
    closed: OUTSIDE_DOMAIN,
    syntax: [dynamicImport, ...clock],
  }),
  layer(["src/ports/**/*.ts"], {
    closed: ["application", "adapters", ...FRONT_ENDS],
    typesOnly: ["domain"],
    syntax: [dynamicImport],
  }),
  layer(["src/application/**/*.ts"], {
    packages: ["decimal\\.js"],
    closed: ["adapters", ...FRONT_ENDS],
    syntax: [dynamicImport],
  }),
  ...ADAPTERS.map((name) =>
    layer([`src/adapters/${name}/**/*.{ts,tsx}`], {
      packages: LIBRARIES[name] ?? [],
      closed: [
        "application",
        ...FRONT_ENDS,
        ...ADAPTERS.filter((other) => other !== name && other !== "guard"),
        // What both sides of a port speak is open to adapters, judging and wording are not.
        "domain/(?!(workbook|money)(/|$)).*",
      ],
      syntax: [dynamicImport],
    }),
  ),
  frontEnd("taskpane", PAGE),
  frontEnd("workbench", PAGE),
  frontEnd("commands", []),
  frontEnd("cli", [...NODE, "saxes"]),
  ...roots,
  {
    files: ["src/{domain,ports,application}/**/*.ts"],
    rules: { "no-restricted-globals": ["error", ...HOST_GLOBALS] },
  },
];

const node = Object.fromEntries(
  [
    "AbortController",
    "Buffer",
    "URL",
    "__dirname",
    "__filename",
    "clearInterval",
    "clearTimeout",
    "console",
    "module",
    "process",
    "require",
    "setInterval",
    "setTimeout",
  ].map((name) => [name, "readonly"]),
);

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "out/", "coverage/", "assets/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { gongkai: { rules: { "no-operators-on-amounts": noOperatorsOnAmounts } } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "gongkai/no-operators-on-amounts": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      eqeqeq: "error",
      "no-console": "error",
      "prefer-const": "error",
    },
  },
  { files: ["src/{taskpane,workbench}/**/*.tsx"], ...reactHooks.configs.flat.recommended },
  {
    files: ["src/adapters/excel/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    // By hand: the plugin's own sets bring another parser. Its two rules about syncs do not see ours, in ExcelRuns.
    rules: Object.fromEntries(
      [
        "load-object-before-read",
        "no-context-sync-in-loop",
        "no-empty-load",
        "no-navigational-load",
        "no-office-initialize",
        "test-for-null-using-isNullObject",
      ].map((name) => [`office-addins/${name}`, "error"]),
    ),
  },
  ...layers,
  {
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: node },
    rules: { "no-undef": "error", "no-unused-vars": "error", "prefer-const": "error" },
  },
  {
    // Internet Explorer reads it, too.
    files: ["src/taskpane/firstPage.js"],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: "script",
      globals: { window: "readonly", document: "readonly" },
    },
    rules: { "prefer-const": "off", "no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
);
