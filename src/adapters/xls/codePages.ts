/** What the browser and Node call the code pages that old workbooks name by number. */
const LABELS: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1200: "utf-16le",
  10000: "macintosh",
  10008: "gb18030",
  54936: "gb18030",
  65001: "utf-8",
};
const decoders = new Map<number, TextDecoder>();

function decoderFor(codePage: number): TextDecoder {
  let decoder = decoders.get(codePage);
  if (!decoder) {
    const windows = codePage >= 1250 && codePage <= 1258 ? `windows-${String(codePage)}` : "latin1";
    decoder = new TextDecoder(LABELS[codePage] ?? windows);
    decoders.set(codePage, decoder);
  }
  return decoder;
}

/** In place of the library's own tables, which are larger than all the rest of it. */
export const codePages = {
  utils: {
    decode: (codePage: number, bytes: ArrayLike<number>) =>
      decoderFor(codePage).decode(Uint8Array.from(bytes)),
  },
};
