import { strToU8, zipSync } from "fflate";
import type { DocumentRewriter, NewWords } from "../../ports/documentFile";
import { recogniseFormat } from "../guard/fileFormat";
import { openDocument } from "../guard/openDocument";
import { walkXml } from "../guard/xmlWalk";
import { TextVisitor, type WrittenPiece } from "./documentText";

/** Words of a text replaced where they stand: of a Word document looks, tables and pictures stay. */
export class TextRewriter implements DocumentRewriter {
  rewrite(bytes: Uint8Array, source: string, words: readonly NewWords[]): Promise<Uint8Array> {
    if (recogniseFormat(bytes) !== "zip") {
      const plain = { at: 0, text: source, from: 0, to: source.length };
      return Promise.resolve(strToU8(textOf(plain, words)));
    }
    const { part, text, parts } = openDocument(bytes);
    const written = rewritten(text, source, words);
    const entries = [...parts].map(([name, content]): [string, Uint8Array] => [
      name,
      name === part ? strToU8(written) : content,
    ]);
    return Promise.resolve(zipSync(Object.fromEntries(entries)));
  }
}

function rewritten(xml: string, source: string, words: readonly NewWords[]): string {
  const visitor = new TextVisitor();
  walkXml(xml, visitor);
  if (visitor.lines.join("\n") !== source) throw new Error("words of another document");
  let result = "";
  let at = 0;
  for (const piece of visitor.pieces) {
    const text = textOf(piece, words);
    if (text === piece.text) continue;
    result += xml.slice(at, piece.from) + escaped(text);
    at = piece.to;
  }
  return result + xml.slice(at);
}

/** New words stand where the old ones begin; of words over several runs the others lose their part. */
function textOf(piece: WrittenPiece, words: readonly NewWords[]): string {
  const end = piece.at + piece.text.length;
  let text = "";
  let at = piece.at;
  for (const each of words) {
    if (each.end <= piece.at || each.start >= end) continue;
    const isBegun = each.start >= piece.at;
    text += piece.text.slice(at - piece.at, Math.max(0, each.start - piece.at));
    if (isBegun) text += each.to;
    at = Math.min(end, each.end);
  }
  return text + piece.text.slice(at - piece.at);
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
