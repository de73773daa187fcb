/** What a byte leaves behind; in T1, T2 and T3 when one, two or three bytes follow it. */
const T0 = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value;
});
const T1 = oneByteLater(T0);
const T2 = oneByteLater(T1);
const T3 = oneByteLater(T2);

function oneByteLater(table: Uint32Array): Uint32Array {
  return table.map((value) => (value >>> 8) ^ (T0[value & 0xff] ?? 0));
}

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

/** Four bytes a step, as far as they go; every machine that runs this has the low byte first. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const length = Math.floor(bytes.length / 4);
  // Views begin at whole words only.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, length);
}
