import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPage } from "../../../src/cli/page/startPage";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-start-"));
  writeFileSync(join(folder, "index.html"), "here");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function start(...args: string[]) {
  const stopping = new AbortController();
  const notes: string[] = [];
  let said: (text: string) => void;
  const firstLine = new Promise<string>((resolve) => {
    said = resolve;
  });
  const code = startPage(args, {
    folder,
    signal: stopping.signal,
    terminal: {
      out: (text) => {
        said(text);
      },
      note: (text) => notes.push(text),
    },
  });
  const stop = () => {
    stopping.abort();
  };
  return { code, firstLine, notes, stop };
}

test("the page is served at the printed address until it is stopped", async () => {
  const { code, firstLine, notes, stop } = start("--no-open", "--port", "0");
  const address = /http:\S+/.exec(await firstLine)?.[0] ?? "";
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await (await fetch(address)).text()).toBe("here");
  expect(notes.join("\n")).toContain("Ctrl+C");

  stop();
  expect(await code).toBe(0);
  await expect(fetch(address)).rejects.toThrow();
});

test("a taken port that was asked for by number is said, not replaced", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const port = String((other.address() as AddressInfo).port);
  const { code, notes } = start("--no-open", "--port", port);
  expect(await code).toBe(2);
  expect(notes.join("\n")).toContain(port);
  other.close();
});

test.each([["--port", "eighty"], ["--port", "70000"], ["--porty"], ["here"]])(
  "%s %s is not understood",
  async (...args) => {
    const { code, notes } = start("--no-open", ...args);
    expect(await code).toBe(2);
    expect(notes.at(-1)).toContain("npm start");
  },
);
