const STRING = `"(?:[^"]|"")*"`;
/** Between the brackets of a reference; quotes may hold brackets. */
const REFERENCE = String.raw`\[(?:'(?:[^']|'')*'|[^\]'])*\]`;
const TOKENS = new RegExp(`${STRING}|${REFERENCE}|[;~]`, "gu");
const NEWER = /\b(?:COM\.MICROSOFT|ORG\.(?:LIBREOFFICE|OPENOFFICE))\./giu;
const CORNER = /^(?:(\$?(?:'(?:[^']|'')*'|[^.']*))\.)?(\$?[A-Z]{0,3}\$?[0-9]{0,7})$/iu;

/** `['甲'.A1:.B2]` is `'甲'!A1:B2`; undefined for what lies in other files or is no reference. */
function readReference(inside: string): string | undefined {
  if (inside.includes("#")) return undefined;
  const split = splitCorners(inside);
  const corners = split.map((text) => CORNER.exec(text));
  const [first, last = first] = corners;
  if (split.length > 2 || !first || !last) return undefined;
  const sheet = (first[1] ?? "").replace(/^\$/u, "");
  const other = (last[1] ?? "").replace(/^\$/u, "");
  // A block through several sheets is written in another way, and rare.
  if (other !== "" && other !== sheet) return undefined;
  const range = split.length === 1 ? first[2] : `${first[2] ?? ""}:${last[2] ?? ""}`;
  return sheet === "" ? range : `${sheet}!${range ?? ""}`;
}

function splitCorners(inside: string): string[] {
  const corners = [""];
  let isQuoted = false;
  for (const letter of inside) {
    if (letter === "'") isQuoted = !isQuoted;
    if (letter === ":" && !isQuoted) corners.push("");
    else corners.push((corners.pop() ?? "") + letter);
  }
  return corners;
}

/** As Excel writes it, without "="; undefined where it cannot be written so. */
export function readOdsFormula(written: string): string | undefined {
  const [, prefix = "", body = ""] = /^(?:([a-z]+):)?=?(.*)$/su.exec(written) ?? [];
  if (prefix === "msoxl") return body;
  const unreadable: string[] = [];
  const formula = body.replace(TOKENS, (token) => {
    if (token.startsWith('"')) return token;
    if (token === ";" || token === "~") return ",";
    const reference = readReference(token.slice(1, -1));
    if (reference === undefined) unreadable.push(token);
    return reference ?? "";
  });
  return unreadable.length === 0 ? formula.replace(NEWER, "") : undefined;
}
