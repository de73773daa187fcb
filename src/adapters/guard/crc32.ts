/** TABLES[n][byte]: what a byte leaves behind when n bytes follow it. */
const TABLES = buildTables();

function buildTables(): readonly Uint32Array[] {
  const first = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    return value;
  });
  const tables = [first];
  for (let last = first; tables.length < 4;) {
    last = last.map((value) => (value >>> 8) ^ (first[value & 0xff] ?? 0));
    tables.push(last);
  }
  return tables;
}

const [T0, T1, T2, T3] = TABLES as readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

export class Crc32 {
  private state = 0xffffffff;

  add(bytes: Uint8Array): void {
    let state = this.state;
    const words = wordsOf(bytes);
    for (let at = 0; at < words.length; at += 1) {
      state ^= words[at] ?? 0;
      state =
        (T3[state & 0xff] ?? 0) ^
        (T2[(state >>> 8) & 0xff] ?? 0) ^
        (T1[(state >>> 16) & 0xff] ?? 0) ^
        (T0[state >>> 24] ?? 0);
    }
    for (let at = words.length * 4; at < bytes.length; at += 1) {
      state = (state >>> 8) ^ (T0[(state ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
    }
    this.state = state;
  }

  get value(): number {
    return (this.state ^ 0xffffffff) >>> 0;
  }
}

/** Four bytes a step, as far as they go. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const length = Math.floor(bytes.length / 4);
  // Views begin at whole words only.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, length);
}
