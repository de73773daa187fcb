const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const FAT_SECTOR = 0xfffffffd;

interface OleOptions {
  readonly name?: string;
  /** Below 4096 bytes streams lie in small sectors of their own; else what is missing is filled with zeros. */
  readonly isSmall?: boolean;
  /** Changes numbers of the finished file. */
  readonly change?: (file: DataView, places: Places) => void;
}

interface Places {
  /** Where the table of sectors lies. */
  readonly fat: number;
  /** Where the directory's first entry lies; the second is the stream's. */
  readonly directory: number;
  readonly streamSector: number;
}

/** An OLE file of one stream: header, one sector of the table, one of the directory, then the stream. */
export function makeOle(
  stream: Uint8Array,
  { name = "Workbook", isSmall, change }: OleOptions = {},
): Uint8Array {
  const size = isSmall ? stream.length : Math.max(stream.length, 4096);
  const count = Math.ceil(size / SECTOR);
  const tables = Math.ceil((count + 3) / (SECTOR / 4 - 1)) + 1;
  const directory = tables;
  const miniTable = tables + 1;
  const first = tables + 2;
  const bytes = new Uint8Array(SECTOR * (1 + first + count));
  const data = new DataView(bytes.buffer);
  const placeOf = (sector: number): number => (sector + 1) * SECTOR;
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  data.setUint16(26, 3, true);
  data.setUint16(28, 0xfffe, true);
  data.setUint16(30, 9, true);
  data.setUint16(32, 6, true);
  data.setUint32(44, tables, true);
  data.setUint32(48, directory, true);
  data.setUint32(56, 4096, true);
  data.setUint32(60, isSmall ? miniTable : END_OF_CHAIN, true);
  data.setUint32(68, END_OF_CHAIN, true);
  for (let at = 0; at < 109; at += 1) data.setUint32(76 + at * 4, at < tables ? at : FREE, true);

  const fat = placeOf(0);
  for (let at = 0; at < (tables * SECTOR) / 4; at += 1) data.setUint32(fat + at * 4, FREE, true);
  for (let at = 0; at < tables; at += 1) data.setUint32(fat + at * 4, FAT_SECTOR, true);
  data.setUint32(fat + directory * 4, END_OF_CHAIN, true);
  data.setUint32(fat + miniTable * 4, END_OF_CHAIN, true);
  for (let at = 0; at < count; at += 1) {
    data.setUint32(fat + (first + at) * 4, at + 1 < count ? first + at + 1 : END_OF_CHAIN, true);
  }
  for (let at = 0; at < SECTOR / 4; at += 1) {
    const isUsed = at < Math.ceil(size / 64);
    const next = at + 1 < Math.ceil(size / 64) ? at + 1 : END_OF_CHAIN;
    data.setUint32(placeOf(miniTable) + at * 4, isUsed ? next : FREE, true);
  }

  const entry = (
    index: number,
    title: string,
    type: number,
    start: number,
    length: number,
  ): void => {
    const at = placeOf(directory) + index * 128;
    bytes.set(Buffer.from(title, "utf16le"), at);
    data.setUint16(at + 64, title.length * 2 + 2, true);
    bytes[at + 66] = type;
    for (const link of [68, 72, 76]) data.setUint32(at + link, FREE, true);
    data.setUint32(at + 116, start, true);
    data.setUint32(at + 120, length, true);
  };
  entry(0, "Root Entry", 5, isSmall ? first : END_OF_CHAIN, isSmall ? count * SECTOR : 0);
  entry(1, name, 2, isSmall ? 0 : first, size);
  data.setUint32(placeOf(directory) + 76, 1, true);
  bytes.set(stream, placeOf(first));
  change?.(data, { fat, directory: placeOf(directory), streamSector: first });
  return bytes;
}
