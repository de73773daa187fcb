import { generateCertificates } from "office-addin-dev-certs";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startExcel, type ExcelToStart } from "../../../src/cli/page/startExcel";

let folder = "";
let certificate = { ca: "", cert: "", key: "" };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-excel-"));
  writeFileSync(join(folder, "taskpane.html"), "<p>窗格</p>");
  const [ca, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const log = jest.spyOn(console, "log").mockImplementation();
  await generateCertificates(ca, cert, key, 1);
  log.mockRestore();
  const read = (file: string) => readFileSync(file, "utf8");
  certificate = { ca: read(ca), cert: read(cert), key: read(key) };
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function start(changes: Partial<ExcelToStart> = {}) {
  const stopping = new AbortController();
  const said: string[] = [];
  const sideloads: string[] = [];
  let ready: () => void;
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const code = startExcel({
    folder,
    terminal: {
      out: (text) => said.push(text),
      note: (text) => {
        said.push(text);
        if (text.includes("Ctrl+C")) ready();
      },
    },
    signal: stopping.signal,
    platform: "win32",
    hasExcel: () => true,
    build: async () => true,
    certificate: async () => certificate,
    sideload: async (command) => {
      sideloads.push(command);
      return true;
    },
    ...changes,
  });
  const stop = () => {
    stopping.abort();
  };
  return { code, said, sideloads, isReady, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function fetchSecurely(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { ca: certificate.ca, agent: false as const };
    get(`https://localhost:${String(port)}/taskpane.html`, options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => {
        resolve(text);
      });
    }).on("error", reject);
  });
}

test("the add-in is served encrypted and put into Excel, and taken out again at the end", async () => {
  const port = await freePort();
  const { code, said, sideloads, isReady, stop } = start({ port });
  await isReady;
  expect(await fetchSecurely(port)).toBe("<p>窗格</p>");
  expect(sideloads).toEqual(["start"]);
  expect(said.join("\n")).toContain("在“开始”选项卡按“打开面板”");

  stop();
  expect(await code).toBe(0);
  expect(sideloads).toEqual(["start", "stop"]);
  await expect(fetchSecurely(port)).rejects.toThrow("ECONNREFUSED");
});

test.each([
  ["win32", "共享文件夹"],
  ["darwin", "com.microsoft.Excel/Data/Documents/wef"],
] as const)(
  "on %s, where sideloading fails, it says how to do it by hand",
  async (platform, words) => {
    const port = await freePort();
    const { code, said, isReady, stop } = start({ platform, port, sideload: async () => false });
    await isReady;
    stop();
    expect(await code).toBe(0);
    expect(said.join("\n")).toContain(words);
    expect(said.at(-1)).toContain("卸载");
  },
);

test.each([
  ["linux", true, "Excel 加载项要在 Windows 或 Mac 上试，这里两样都不是。"],
  ["win32", false, "这台电脑上没有找到 Excel。"],
  ["darwin", false, "这台电脑上没有找到 Excel。"],
] as const)("on %s with Excel %p it says what to do instead", async (platform, has, sentence) => {
  const { code, said, sideloads } = start({ platform, hasExcel: () => has });
  expect(await code).toBe(2);
  expect(said[0]).toBe(sentence);
  expect(said.join("\n")).toContain("npm start");
  expect(sideloads).toEqual([]);
});

test("a refused certificate ends it with a sentence", async () => {
  const { code, said } = start({ certificate: () => Promise.reject(new Error("denied")) });
  expect(await code).toBe(2);
  expect(said.slice(-2)).toEqual([
    "证书没有装上：denied",
    "请确认没有选“否”，或请管理员允许安装当前用户的根证书，再运行一次。",
  ]);
});

test("a taken port ends it with a sentence", async () => {
  const other = createServer().listen(0, "localhost");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { code, said } = start({ port });
  expect(await code).toBe(2);
  expect(said.at(-1)).toContain(`端口 ${String(port)} 被别的程序占着`);
  other.close();
});

test("where the build fails, nothing is started", async () => {
  const { code, sideloads } = start({ build: async () => false });
  expect(await code).toBe(2);
  expect(sideloads).toEqual([]);
});
