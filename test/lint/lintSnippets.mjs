// ESLint loads its configuration by dynamic import, which jest's CommonJS sandbox refuses:
// hence a process of its own. Reads [{ filePath, code }] and prints the rules that each breaks.
import { ESLint } from "eslint";
import { text } from "node:stream/consumers";

const { typed, snippets } = JSON.parse(await text(process.stdin));
const rules = typed
  ? ["gongkai/no-operators-on-amounts"]
  : [
      "@typescript-eslint/no-restricted-imports",
      "@typescript-eslint/consistent-type-imports",
      "no-restricted-syntax",
      "no-restricted-globals",
      "office-addins/no-context-sync-in-loop",
    ];
const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => rules.includes(ruleId),
  // Planted files do not exist, so the type checker does not know them.
  ...(typed
    ? {}
    : { overrideConfig: { languageOptions: { parserOptions: { projectService: false } } } }),
});

const broken = [];
for (const { filePath, code } of snippets) {
  const [result] = await eslint.lintText(code, { filePath });
  broken.push(result.messages.map((message) => message.ruleId ?? message.message));
}
process.stdout.write(JSON.stringify(broken));
