import { Inflate } from "fflate";
import { WorkbookError } from "../../ports/workbookPorts";
import { Crc32 } from "./crc32";
import { FILE_LIMITS } from "./fileLimits";

export interface ZipEntry {
  /** As the package names it: "/" between folders, none in front. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly headerOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const ZIP64_EXTRA = 0x0001;
const ENCRYPTED_FLAG = 0x1;
const STORED = 0;
const DEFLATED = 8;
const PUSH_BYTES = 16 * 1024;

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function findEnd(data: DataView): number {
  const last = data.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
    if (data.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new WorkbookError("damaged", "zip without directory");
}

/** Names never reach a file system; what climbs or names a drive was still not written by an office. */
function cleanName(raw: string): string {
  const name = raw.replaceAll("\\", "/").replace(/^\//u, "");
  if (name.split("/").includes("..") || /^(?:[a-z]:|\/)/iu.test(name) || name.includes("\0")) {
    throw new WorkbookError("hostile", "zip entry name");
  }
  return name;
}

interface Sizes {
  readonly packedSize: number;
  readonly headerOffset: number;
}

/** Streaming writers put 0xFFFFFFFF into the old fields even where the value is small. */
function readZip64(data: DataView, from: number, to: number, size: number, plain: Sizes): Sizes {
  const packedIsLong = plain.packedSize === 0xffffffff;
  const offsetIsLong = plain.headerOffset === 0xffffffff;
  if (!packedIsLong && !offsetIsLong) return plain;
  for (let at = from; at + 4 <= to; at += 4 + data.getUint16(at + 2, true)) {
    if (data.getUint16(at, true) !== ZIP64_EXTRA) continue;
    let field = at + 4 + (size === 0xffffffff ? 8 : 0);
    const next = (): number => {
      const value = Number(data.getBigUint64(field, true));
      field += 8;
      return value;
    };
    const packedSize = packedIsLong ? next() : plain.packedSize;
    return { packedSize, headerOffset: offsetIsLong ? next() : plain.headerOffset };
  }
  throw new WorkbookError("damaged", "zip64 sizes missing");
}

function readEntries(bytes: Uint8Array): ZipEntry[] {
  const data = view(bytes);
  const end = findEnd(data);
  const count = data.getUint16(end + 10, true);
  if (count > FILE_LIMITS.zipEntries) throw new WorkbookError("hostile", "zip entries");

  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = data.getUint32(end + 16, true);
  while (entries.length < count) {
    if (data.getUint32(at, true) !== CENTRAL_SIGNATURE) {
      throw new WorkbookError("damaged", "zip directory");
    }
    if (data.getUint16(at + 8, true) & ENCRYPTED_FLAG) {
      throw new WorkbookError("encrypted", "zip entry");
    }
    const nameEnd = at + CENTRAL_LENGTH + data.getUint16(at + 28, true);
    const extraEnd = nameEnd + data.getUint16(at + 30, true);
    const sizes = readZip64(data, nameEnd, extraEnd, data.getUint32(at + 24, true), {
      packedSize: data.getUint32(at + 20, true),
      headerOffset: data.getUint32(at + 42, true),
    });
    entries.push({
      name: cleanName(decoder.decode(bytes.subarray(at + CENTRAL_LENGTH, nameEnd))),
      method: data.getUint16(at + 10, true),
      crc: data.getUint32(at + 16, true),
      ...sizes,
    });
    at = extraEnd + data.getUint16(at + 32, true);
  }
  // The number of entries counts to 65,535 and begins anew.
  if (at + 4 <= bytes.length && data.getUint32(at, true) === CENTRAL_SIGNATURE) {
    throw new WorkbookError("hostile", "more zip entries than it says");
  }
  return entries;
}

/** What lies outside the file is damage, not a bug of ours. */
function insideFile<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new WorkbookError("damaged", "zip cut off");
    throw error;
  }
}

/** Entries that share their bytes are how a small file becomes an endless one. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const inOrder = [...entries].sort((one, other) => one.headerOffset - other.headerOffset);
  let end = 0;
  for (const { headerOffset, packedSize } of inOrder) {
    if (headerOffset < end) throw new WorkbookError("hostile", "zip entries overlap");
    end = headerOffset + LOCAL_LENGTH + packedSize;
  }
}

/** By lower-case name: part names ignore case. */
export function readZipDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const directory = new Map<string, ZipEntry>();
  for (const entry of insideFile(() => readEntries(bytes))) {
    const key = entry.name.toLowerCase();
    if (directory.has(key)) throw new WorkbookError("hostile", "zip entry twice");
    directory.set(key, entry);
  }
  refuseOverlaps([...directory.values()]);
  return directory;
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const data = view(bytes);
  const at = entry.headerOffset;
  if (data.getUint32(at, true) !== LOCAL_SIGNATURE) {
    throw new WorkbookError("damaged", "zip entry header");
  }
  const from = at + LOCAL_LENGTH + data.getUint16(at + 26, true) + data.getUint16(at + 28, true);
  if (from + entry.packedSize > bytes.length) throw new WorkbookError("damaged", "zip cut off");
  return bytes.subarray(from, from + entry.packedSize);
}

/** A host's own way to inflate. Throws where more would come out than `most` bytes, or the data are damaged. */
export type InflateWhole = (packed: Uint8Array, most: number) => Uint8Array;

/** Counts what really comes out; the sizes that a zip states about itself are never believed. */
export class Inflater {
  private total = 0;
  private tags = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly inflateWhole?: InflateWhole,
  ) {}

  inflate(entry: ZipEntry): Uint8Array {
    const packed = insideFile(() => packedBytes(this.bytes, entry));
    const chunks: Uint8Array[] = [];
    const crc = new Crc32();
    let size = 0;
    const take: Take = (chunk, packedSoFar) => {
      size += chunk.length;
      this.total += chunk.length;
      this.tags += tagsIn(chunk);
      this.refuseTooMuch(size, packedSoFar);
      crc.add(chunk);
      chunks.push(chunk);
    };
    if (entry.method === STORED) take(packed, packed.length);
    else if (entry.method === DEFLATED) this.inflateInto(packed, take);
    else throw new WorkbookError("damaged", "zip method");
    if (crc.value !== entry.crc) throw new WorkbookError("damaged", `checksum of ${entry.name}`);
    return join(chunks, size);
  }

  private inflateInto(packed: Uint8Array, take: Take): void {
    const whole = this.wholeOf(packed);
    if (whole) take(whole, packed.length);
    else inflateInSteps(packed, take);
  }

  /** What the host refuses is gone through in steps, which tell why. */
  private wholeOf(packed: Uint8Array): Uint8Array | undefined {
    try {
      return this.inflateWhole?.(packed, FILE_LIMITS.inflationRatioFrom);
    } catch {
      return undefined;
    }
  }

  /** While it comes out: whoever waits for the end has done the work. */
  private refuseTooMuch(size: number, packedSize: number): void {
    if (size > FILE_LIMITS.inflationRatioFrom && size > packedSize * FILE_LIMITS.inflationRatio) {
      throw new WorkbookError("hostile", "zip inflates too much");
    }
    if (size > FILE_LIMITS.partBytes || this.total > FILE_LIMITS.totalBytes) {
      throw new WorkbookError("tooLarge", "inflated size");
    }
    if (this.tags > FILE_LIMITS.tags) throw new WorkbookError("tooLarge", "tags");
  }
}

type Take = (chunk: Uint8Array, packedSoFar: number) => void;

const TAG = "<".charCodeAt(0);

function tagsIn(chunk: Uint8Array): number {
  let tags = 0;
  // An iterator takes ten times as long.
  for (let at = 0; at < chunk.length; at += 1) if (chunk[at] === TAG) tags += 1;
  return tags;
}

function inflateInSteps(packed: Uint8Array, take: Take): void {
  let pushed = 0;
  const inflate = new Inflate((chunk) => {
    take(chunk, pushed);
  });
  try {
    // Small pushes, since one push may inflate a thousandfold before anybody can count.
    for (let at = 0; at < packed.length || at === 0; at += PUSH_BYTES) {
      pushed = Math.min(at + PUSH_BYTES, packed.length);
      inflate.push(packed.subarray(at, at + PUSH_BYTES), at + PUSH_BYTES >= packed.length);
    }
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw new WorkbookError("damaged", "compressed data");
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
