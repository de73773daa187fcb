import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import {
  type ReadingAnswer,
  type ReadingThread,
  ReadingWorker,
} from "../../../src/adapters/guard/readingWorker";
import { at } from "../../contract/plans";
import { makeXlsx } from "../xlsx/xlsxParts";

const VALID = makeXlsx({ rows: `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>` });
const HANGS = new Uint8Array(0);
const BREAKS = new Uint8Array(1);

let started = 0;

function startThread(): ReadingThread {
  started += 1;
  const worker = new Worker(join(__dirname, "readingThread.js"));
  return {
    ask: async (bytes) => {
      worker.postMessage(bytes);
      const [answer] = (await once(worker, "message")) as [ReadingAnswer];
      return answer;
    },
    stop: () => void worker.terminate(),
  };
}

describe("a reading worker", () => {
  let reader: ReadingWorker;

  beforeEach(() => {
    started = 0;
    reader = new ReadingWorker(startThread, 10_000);
  });
  afterEach(() => {
    reader.stop();
  });

  test("reads files one after the other in one thread", async () => {
    const [first, second] = await Promise.all([reader.read(VALID), reader.read(VALID)]);
    expect(at(first, "表", "A1")).toBe(2);
    expect(second.sheets[0]!.formulas.get("A1")).toBe("1+1");
    expect(started).toBe(1);
    expect(VALID.length).toBeGreaterThan(0);
  });

  test("passes refusals on and goes on with the same thread", async () => {
    const text = new TextEncoder().encode("科目,金额");
    await expect(reader.read(text)).rejects.toMatchObject({ code: "notAWorkbook", detail: "text" });
    expect(at(await reader.read(VALID), "表", "A1")).toBe(2);
    expect(started).toBe(1);
  });

  test("stops a file that takes too long and reads the next one", async () => {
    reader = new ReadingWorker(startThread, 1_000);
    await expect(reader.read(HANGS)).rejects.toMatchObject({ code: "timeout" });
    reader = new ReadingWorker(startThread, 10_000);
    expect(at(await reader.read(VALID), "表", "A1")).toBe(2);
  });

  test("shows a mistake of ours as one, and reads the next file in a new thread", async () => {
    await expect(reader.read(BREAKS)).rejects.toThrow("mistake of ours");
    expect(at(await reader.read(VALID), "表", "A1")).toBe(2);
    expect(started).toBe(2);
  });
});
