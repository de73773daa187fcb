import { once } from "node:events";
import type { Server } from "node:http";
import type { ServerOptions } from "node:https";
import { join } from "node:path";
import { systemErrorCode } from "../systemError";
import type { Terminal } from "../terminal";
import { DEVELOPMENT_HOST } from "./buildOptions";
import { createPageServer } from "./pageServer";

export interface ExcelToStart {
  /** Where dist/ lies. */
  readonly folder: string;
  readonly terminal: Terminal;
  /** Stops the server and takes the add-in out of Excel again. */
  readonly signal: AbortSignal;
  readonly platform: NodeJS.Platform;
  readonly port?: number;
  readonly hasExcel: () => boolean;
  /** Makes dist/ where it is missing or stale; gives whether it worked. */
  readonly build: () => Promise<boolean>;
  /** May ask the person to trust this computer's own certificate. */
  readonly certificate: () => Promise<ServerOptions>;
  /** Microsoft's tool that puts an add-in into Excel; gives whether it worked. */
  readonly sideload: (command: "start" | "stop", manifest: string) => Promise<boolean>;
}

const WITHOUT_EXCEL = [
  "没有 Excel 也可以：",
  "  npm start　在浏览器里用同一个窗格，左边是表格。",
  "  npm run build -- --env host=https://网站/文件夹/　生成 dist/，放到网站上，让别的电脑的 Excel 用（docs/安装说明.md）。",
  "要在这里试加载项，请在装有 Excel 的 Windows 或 Mac 上运行本命令。",
];

const BY_HAND: Partial<Record<NodeJS.Platform, (manifest: string) => string>> = {
  win32: (manifest) =>
    `请按 docs/安装说明.md 的“共享文件夹”一节，把 ${manifest} 所在的文件夹作为受信任的目录加入。`,
  darwin: (manifest) =>
    `请把 ${manifest} 复制到 ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef（没有这个文件夹就新建），重新打开 Excel，在“插入 → 加载项”里找到它。`,
};

/** Serves the add-in to the Excel of this computer until it is stopped; gives the exit code. */
export async function startExcel(excel: ExcelToStart): Promise<number> {
  const { folder, platform, terminal, signal } = excel;
  const byHand = BY_HAND[platform];
  if (!byHand || !excel.hasExcel()) {
    terminal.note(
      byHand
        ? "这台电脑上没有找到 Excel。"
        : "Excel 加载项要在 Windows 或 Mac 上试，这里两样都不是。",
    );
    for (const line of WITHOUT_EXCEL) terminal.note(line);
    return 2;
  }
  if (!(await excel.build())) return 2;

  terminal.note("正在准备本机的开发证书。系统问是否信任时请选“是”：Excel 只从加密的地址取加载项。");
  let server: Server;
  try {
    server = createPageServer(folder, await excel.certificate());
  } catch (error) {
    terminal.note(`证书没有装上：${error instanceof Error ? error.message : String(error)}`);
    terminal.note("请确认没有选“否”，或请管理员允许安装当前用户的根证书，再运行一次。");
    return 2;
  }
  const port = excel.port ?? Number(new URL(DEVELOPMENT_HOST).port);
  try {
    server.listen(port, "localhost");
    await once(server, "listening");
  } catch (error) {
    if (systemErrorCode(error) !== "EADDRINUSE") throw error;
    terminal.note(
      `端口 ${String(port)} 被别的程序占着。manifest.xml 里写的就是它，请先关掉那个程序。`,
    );
    return 2;
  }

  const manifest = join(folder, "manifest.xml");
  terminal.out(`加载项在 ${DEVELOPMENT_HOST}，清单是 ${manifest}`);
  terminal.note("正在打开 Excel（用 Microsoft 的 office-addin-debugging，首次要下载）…");
  if (await excel.sideload("start", manifest)) {
    terminal.note("Excel 打开后，在“开始”选项卡按“打开面板”。");
  } else {
    terminal.note("没能自动装进 Excel。");
    terminal.note(byHand(manifest));
  }
  terminal.note("用完后在本窗口按 Ctrl+C：停止，并从 Excel 里去掉。");

  if (!signal.aborted) await once(signal, "abort");
  server.close();
  server.closeAllConnections();
  if (!(await excel.sideload("stop", manifest))) {
    terminal.note("没能从 Excel 里去掉。需要时按 docs/安装说明.md 的“卸载”一节做。");
  }
  return 0;
}
