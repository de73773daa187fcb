import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { sealOf, signPackage, type TrustedKey } from "../../application/templateSeal";
import type { Command, ExitCode, Services } from "../command";
import { readCommandLine, UsageError } from "../commandLine";
import { ed25519 } from "../ed25519";
import { aboutFile, FileTrouble } from "../fileTrouble";
import { refuseOutput, saveFile } from "../outputFile";
import { readJson } from "../readJson";
import { printPublicKey, readPublicKey } from "../template/trustedKey";
import { sealText } from "../template/sealText";

export const template: Command = {
  name: "template",
  summary: "模板的签名：生成密钥、签名、核对（供财政部门发布模板）",
  usage: [
    "gongkai template keygen -o 名称 [--issuer 发布机构]",
    "gongkai template sign 模板.json --key 名称.key -o 新文件.json [--force]",
    "gongkai template verify 模板.json [--trusted 公钥.pub…] [--json]",
    "  keygen      生成一对密钥：名称.key 自己保管，不外传；名称.pub 发给使用单位",
    "  --issuer    公钥里写明属于哪个发布机构；别的机构的模板用它签名时，核对会指出来",
    "  sign        给模板签名；内容改动一个字，签名就对不上",
    "  verify      核对模板是谁签的、有没有改动、在不在有效期内",
    "  --trusted   受信任的公钥，可写几个",
    "  --json      结果按 JSON 输出，供程序读取",
    "  verify 的退出码：0 签名完好；1 不能用或没有签名；2 未能核对。",
  ],

  run(args, services) {
    const [word, ...rest] = args;
    const step = STEPS.get(word ?? "");
    if (!step) throw new UsageError("请写明做什么：keygen、sign 或 verify。");
    return step(rest, services);
  },
};

type Step = (args: readonly string[], services: Services) => Promise<ExitCode>;

const STEPS: ReadonlyMap<string, Step> = new Map([
  ["keygen", keygen],
  ["sign", sign],
  ["verify", verify],
]);

async function keygen(args: readonly string[], { terminal, folder }: Services): Promise<ExitCode> {
  const line = readCommandLine(args, {
    texts: ["output", "issuer"],
    flags: [],
    letters: { o: "output" },
  });
  const name = line.text("output");
  if (name === undefined) throw new UsageError("请用 -o 写明密钥的名称，例如：-o 湖南财政。");
  const [secret, open] = [`${name}.key`, `${name}.pub`].map((each) => resolve(folder, each));
  for (const path of [secret, open]) if (path) await refuseOutput(path, undefined, false);
  const { privateKey, publicKey } = ed25519.newKeys();
  const issuer = line.text("issuer");
  const printed = printPublicKey({ publicKey, ...(issuer === undefined ? {} : { issuer }) });
  await saveFile(secret ?? "", bytesOf(privateKey), false, OWN_EYES);
  await saveFile(open ?? "", bytesOf(printed), false);
  terminal.out(`${name}.key：私钥，请妥善保管，不要外传，丢了就要换一对。`);
  terminal.out(`${name}.pub：公钥，发给使用单位。`);
  terminal.out(`公钥指纹：${ed25519.fingerprint(publicKey) ?? ""}`);
  return 0;
}

async function sign(args: readonly string[], { terminal, folder }: Services): Promise<ExitCode> {
  const line = readCommandLine(args, {
    texts: ["key", "output"],
    flags: ["force"],
    letters: { o: "output" },
  });
  const file = packageFile(line.files);
  const [key, output] = [line.text("key"), line.text("output")];
  if (key === undefined)
    throw new UsageError("请用 --key 写明私钥文件，例如：--key 湖南财政.key。");
  if (output === undefined) throw new UsageError("请用 -o 写明新文件，例如：-o 模板.json。");
  const [source, target] = [resolve(folder, file), resolve(folder, output)];
  await refuseOutput(target, source, line.has("force"));
  const json = await aboutFile(file, readJson(source));
  const privateKey = await aboutFile(key, readFile(resolve(folder, key), "utf8"));
  const signed = await aboutFile(
    file,
    Promise.resolve().then(() => signPackage(json, privateKey, ed25519)),
  );
  await saveFile(target, bytesOf(`${JSON.stringify(signed, null, 2)}\n`), line.has("force"));
  const publicKey = ed25519.publicKeyOf(privateKey) ?? "";
  terminal.out(`已签名：${output}`);
  terminal.out(`公钥指纹：${ed25519.fingerprint(publicKey) ?? ""}`);
  return 0;
}

async function verify(args: readonly string[], services: Services): Promise<ExitCode> {
  const { terminal, folder, clock } = services;
  const line = readCommandLine(args, { texts: [], lists: ["trusted"], flags: ["json"] });
  const file = packageFile(line.files);
  const trusted = await Promise.all(
    line.list("trusted").map((each) => aboutFile(each, trustedKey(resolve(folder, each), each))),
  );
  const json = await aboutFile(file, readJson(resolve(folder, file)));
  const seal = sealOf(json, { signing: ed25519, trusted, today: dayOf(clock.now()) });
  terminal.out(
    line.has("json") ? JSON.stringify({ file, ...seal }, null, 2) : sealText(file, seal),
  );
  return seal.kind === "intact" ? 0 : 1;
}

async function trustedKey(path: string, file: string): Promise<TrustedKey> {
  const key = readPublicKey(await readFile(path, "utf8"));
  if (!key)
    throw new FileTrouble(file, "不是公钥，请用 gongkai template keygen 生成的 .pub 文件。");
  return key;
}

function packageFile(files: readonly string[]): string {
  const [file, another] = files;
  if (file === undefined) throw new UsageError("请写明模板文件，例如：模板.json。");
  if (another !== undefined) throw new UsageError(`一次只能写一个模板，多了“${another}”。`);
  return file;
}

/** Read and written by its owner alone. */
const OWN_EYES = 0o600;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function dayOf(date: Date): string {
  const part = (number: number) => String(number).padStart(2, "0");
  return [String(date.getFullYear()), part(date.getMonth() + 1), part(date.getDate())].join("-");
}
