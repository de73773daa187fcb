import { WorkbookError } from "../../ports/workbookPorts";

const HEADER = 512;
const ENTRY = 128;
const MINI_SHIFT = 6;
const HEADER_FAT_SECTORS = 109;
const LAST_REAL_SECTOR = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const NO_ENTRY = 0xffffffff;
const STREAM = 2;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

function damaged(detail: string): never {
  throw new WorkbookError("damaged", `ole: ${detail}`);
}

/** The streams of an OLE file. Every chain of sectors is walked once, with its end known beforehand. */
class CompoundFile {
  private readonly data: DataView;
  private readonly shift: number;
  private readonly sectors: number;
  private readonly fat: Uint32Array;
  private readonly entries: readonly Entry[];

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < HEADER) damaged("header cut off");
    this.data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.shift = this.data.getUint16(30, true);
    if (this.shift !== 9 && this.shift !== 12) damaged("sector size");
    if (this.data.getUint16(32, true) !== MINI_SHIFT) damaged("mini sector size");
    // A last sector that is cut short still counts: some writers end their files where the content ends.
    this.sectors = Math.max(0, Math.ceil(bytes.length / (1 << this.shift)) - 1);
    this.fat = this.readFat();
    this.entries = this.readEntries();
  }

  /** The stream of the first of these names that lies in the file's root, not in something embedded. */
  find(names: readonly string[]): Uint8Array | undefined {
    const [root] = this.entries;
    const streams = root ? this.entriesUnder(root) : [];
    for (const name of names) {
      const entry = streams.find((each) => each.type === STREAM && each.name === name);
      if (root && entry) return this.readStream(entry, root);
    }
    return undefined;
  }

  private sector(number: number): Uint8Array {
    if (number >= this.sectors) damaged("sector outside the file");
    const from = (number + 1) << this.shift;
    return this.bytes.subarray(from, from + (1 << this.shift));
  }

  private numbersIn(sector: Uint8Array): Uint32Array {
    const whole = new Uint8Array(1 << this.shift).fill(0xff);
    whole.set(sector);
    const view = new DataView(whole.buffer);
    return Uint32Array.from({ length: whole.length / 4 }, (_, at) => view.getUint32(at * 4, true));
  }

  private fatSectors(): number[] {
    const listed: number[] = [];
    const keep = (number: number): void => {
      if (number < LAST_REAL_SECTOR) listed.push(number);
      if (listed.length > this.sectors) damaged("more tables than sectors");
    };
    for (let at = 0; at < HEADER_FAT_SECTORS; at += 1) {
      keep(this.data.getUint32(76 + at * 4, true));
    }
    let next = this.data.getUint32(68, true);
    for (let step = 0; next < LAST_REAL_SECTOR; step += 1) {
      if (step > this.sectors) damaged("circular chain");
      const numbers = this.numbersIn(this.sector(next));
      numbers.subarray(0, -1).forEach(keep);
      next = numbers.at(-1) ?? END_OF_CHAIN;
    }
    return listed;
  }

  private readFat(): Uint32Array {
    const perSector = 1 << (this.shift - 2);
    const tables = this.fatSectors();
    // Sectors beyond the file need no entry: whoever points at them is refused.
    const needed = tables.slice(0, Math.ceil(this.sectors / perSector) + 1);
    const fat = new Uint32Array(needed.length * perSector);
    needed.forEach((number, index) => {
      fat.set(this.numbersIn(this.sector(number)), index * perSector);
    });
    return fat;
  }

  private readChain(start: number, size = this.sectors << this.shift): Uint8Array {
    const wanted = Math.ceil(size / (1 << this.shift));
    if (wanted > this.sectors) damaged("stream longer than the file");
    const parts: Uint8Array[] = [];
    const seen = new Uint8Array(this.sectors);
    let length = 0;
    for (let at = start; at < LAST_REAL_SECTOR && parts.length < wanted;) {
      if (seen[at]) damaged("circular chain");
      const part = this.sector(at);
      seen[at] = 1;
      parts.push(part);
      length += part.length;
      at = this.fat[at] ?? damaged("sector without entry");
    }
    return joined(parts, length);
  }

  private readEntries(): Entry[] {
    const directory = this.readChain(this.data.getUint32(48, true));
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
      const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
      const letters = Array.from({ length: length >> 1 }, (_, letter) =>
        view.getUint16(at + letter * 2, true),
      );
      entries.push({
        name: String.fromCharCode(...letters).toLowerCase(),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }

  private entriesUnder(storage: Entry): Entry[] {
    const found = new Set<Entry>();
    const open = [storage.child];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === NO_ENTRY) continue;
      const entry = this.entries[at] ?? damaged("directory");
      if (found.has(entry)) damaged("circular directory");
      found.add(entry);
      open.push(entry.left, entry.right);
    }
    return [...found];
  }

  private readStream({ start, size }: Entry, root: Entry): Uint8Array {
    const isMini = size < this.data.getUint32(56, true);
    const stream = isMini ? this.readMini(start, size, root) : this.readChain(start, size);
    if (stream.length < size) damaged("stream cut off");
    return stream.subarray(0, size);
  }

  private readMini(start: number, size: number, root: Entry): Uint8Array {
    const store = this.readChain(root.start, root.size);
    const table = this.readChain(this.data.getUint32(60, true));
    const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
    const parts: Uint8Array[] = [];
    const wanted = Math.ceil(size / (1 << MINI_SHIFT));
    // A circle ends here, too: no more than what the stream may have is taken.
    for (let at = start; at < LAST_REAL_SECTOR && parts.length < wanted;) {
      const from = at << MINI_SHIFT;
      if (at * 4 + 4 > table.length || from >= store.length) damaged("mini sector outside");
      parts.push(store.subarray(from, from + (1 << MINI_SHIFT)));
      at = view.getUint32(at * 4, true);
    }
    return joined(
      parts,
      parts.reduce((sum, part) => sum + part.length, 0),
    );
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Names in lower case, the one that is preferred first. */
export function findOleStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | undefined {
  return new CompoundFile(bytes).find(names);
}
