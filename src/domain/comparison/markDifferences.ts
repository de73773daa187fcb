/** A stretch of two texts laid over each other. */
export interface MarkedText {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** A number is another as a whole; all else sign by sign, since Chinese does not part its words. */
const SIGNS = /[0-9０-９](?:[0-9０-９.,]*[0-9０-９])?[%％]?|[A-Za-z]+|\s+|./gsu;
/** Beyond these comparisons the texts have nothing to do with each other. */
const MOST = 4_000_000;

/** What went and what came between two texts, as an editor marks it: 增加〔12.50→12.60〕万元. */
export function markDifferences(before: string, after: string): readonly MarkedText[] {
  const [old, now] = [signsOf(before), signsOf(after)];
  const isSame = (i: number, j: number) => old[i]?.plain === now[j]?.plain;
  let top = 0;
  while (top < old.length && top < now.length && isSame(top, top)) top += 1;
  let [oldEnd, newEnd] = [old.length, now.length];
  while (oldEnd > top && newEnd > top && isSame(oldEnd - 1, newEnd - 1)) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  const marks = new Marks();
  for (const { text } of now.slice(0, top)) marks.add("same", text);
  middle(old.slice(top, oldEnd), now.slice(top, newEnd), marks);
  for (const { text } of now.slice(newEnd)) marks.add("same", text);
  return marks.joined();
}

interface Sign {
  readonly text: string;
  /** Alike in print. */
  readonly plain: string;
}

function signsOf(text: string): Sign[] {
  return (text.match(SIGNS) ?? []).map((sign) => ({
    text: sign,
    plain: sign.normalize("NFKC").replace(/\s+/gu, " "),
  }));
}

/** Keeps as many signs as both have in the same order. */
function middle(old: readonly Sign[], now: readonly Sign[], marks: Marks): void {
  const width = now.length + 1;
  const isFar = old.length * now.length > MOST;
  const kept = new Uint32Array(isFar ? 0 : (old.length + 1) * width);
  const keptFrom = (i: number, j: number) => kept[i * width + j] ?? 0;
  for (let i = isFar ? -1 : old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      kept[i * width + j] =
        old[i]?.plain === now[j]?.plain
          ? keptFrom(i + 1, j + 1) + 1
          : Math.max(keptFrom(i + 1, j), keptFrom(i, j + 1));
    }
  }
  let [i, j] = [0, 0];
  for (;;) {
    const [was, is] = [old[i], now[j]];
    if (was && is && !isFar && was.plain === is.plain) {
      marks.add("same", is.text);
      i += 1;
      j += 1;
    } else if (was && (!is || keptFrom(i + 1, j) >= keptFrom(i, j + 1))) {
      marks.add("removed", was.text);
      i += 1;
    } else if (is) {
      marks.add("added", is.text);
      j += 1;
    } else return;
  }
}

interface Stretch {
  removed: string;
  added: string;
  /** After both. */
  same: string;
}

class Marks {
  private readonly stretches: Stretch[] = [];

  add(kind: MarkedText["kind"], text: string): void {
    const last = this.stretches.at(-1);
    if (!last || (kind !== "same" && last.same !== "" && !this.swallow(last))) {
      this.stretches.push({ removed: "", added: "", same: "", [kind]: text });
    } else {
      last[kind] += text;
    }
  }

  /** One sign alike between two that differ would only make the marks hard to read. */
  private swallow(last: Stretch): boolean {
    if (last.same.length > 1 || last.removed + last.added === "") return false;
    last.removed += last.same;
    last.added += last.same;
    last.same = "";
    return true;
  }

  joined(): readonly MarkedText[] {
    return this.stretches.flatMap((stretch) =>
      (["removed", "added", "same"] as const).flatMap((kind) =>
        stretch[kind] === "" ? [] : [{ kind, text: stretch[kind] }],
      ),
    );
  }
}
