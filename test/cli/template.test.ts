import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gongkai, inOwnFolder } from "./cliRun";

inOwnFolder();

const SHIPPED = join(__dirname, "../../assets/templates/hunan-2020.json");
type Package = Record<string, unknown>;
const shipped = () => JSON.parse(readFileSync(SHIPPED, "utf8")) as Package;
const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Package;
const write = (file: string, json: unknown) => {
  writeFileSync(file, JSON.stringify(json));
  return file;
};

beforeAll(async () => {
  await gongkai("template", "keygen", "-o", "财政", "--issuer", String(shipped()["issuer"]));
  await gongkai("template", "keygen", "-o", "别处", "--issuer", "另一个机构");
  await gongkai("template", "keygen", "-o", "不具名");
});

async function signed(change: Package, name = "已签.json", key = "财政.key"): Promise<string> {
  const source = write(`源-${name}`, { ...shipped(), ...change });
  const { code } = await gongkai("template", "sign", source, "--key", key, "-o", name, "--force");
  expect(code).toBe(0);
  return name;
}

const verify = async (file: string, ...options: string[]) => {
  const { code, out } = await gongkai("template", "verify", file, ...options);
  return [code, out.split("\n").slice(2).join("\n")] as const;
};

test("keys: the private one for its owner alone, the public one with its issuer", async () => {
  expect(statSync("财政.key").mode & 0o077).toBe(0);
  expect(readFileSync("财政.pub", "utf8")).toMatch(
    /^发布机构：.+\n-----BEGIN PUBLIC KEY-----\n[\s\S]+-----END PUBLIC KEY-----\n$/u,
  );
  const again = await gongkai("template", "keygen", "-o", "财政");
  expect([again.code, again.note]).toEqual([2, expect.stringContaining("没有覆盖")]);
});

test("a package that was signed is used as before", async () => {
  const file = await signed({});
  const { signature, ...content } = read(file);
  expect(content).toEqual(shipped());
  expect(signature).toMatchObject({ algorithm: "Ed25519" });
});

describe("verify", () => {
  test("intact and trusted; the fingerprint is the key's", async () => {
    const file = await signed({});
    const [code, words] = await verify(file, "--trusted", "别处.pub", "财政.pub");
    expect(code).toBe(0);
    expect(words).toMatch(/^签名完好，公钥在受信任的名单里。\n公钥指纹：[0-9A-F-]{39}$/u);
  });

  test("however the file is indented and its keys are ordered", async () => {
    const entries = Object.entries(read(await signed({})));
    const turned = write("次序.json", Object.fromEntries(entries.toReversed()));
    expect(await verify(turned, "--trusted", "财政.pub")).toEqual([
      0,
      expect.stringContaining("签名完好"),
    ]);
  });

  test("a key that nobody trusts, and one that names no issuer", async () => {
    expect(await verify(await signed({}))).toEqual([
      0,
      expect.stringContaining("不在受信任的名单里：请与发布机构核对"),
    ]);
    const file = await signed({}, "不具名.json", "不具名.key");
    expect(await verify(file, "--trusted", "不具名.pub")).toEqual([
      0,
      expect.stringContaining("公钥在受信任的名单里"),
    ]);
  });

  test.each<[string, (json: Package) => Package]>([
    ["a title", (json) => ({ ...json, title: `${String(json["title"])}。` })],
    ["a field more", (json) => ({ ...json, valid: { until: "2099-12-31" } })],
    ["the issuer", (json) => ({ ...json, issuer: "另一个机构" })],
    [
      "another's key beside the signature",
      (json) => {
        const publicKey = /-----BEGIN[\s\S]+/u.exec(readFileSync("别处.pub", "utf8"))![0];
        return { ...json, signature: { ...(json["signature"] as Package), publicKey } };
      },
    ],
    [
      "a signature of nothing",
      (json) => ({
        ...json,
        signature: { ...(json["signature"] as Package), value: `${"A".repeat(86)}==` },
      }),
    ],
  ])("tampered with: %s", async (_what, change) => {
    const file = write("改动.json", change(read(await signed({}))));
    expect(await verify(file, "--trusted", "财政.pub")).toEqual([
      1,
      "不能用：内容与签名对不上，可能被改动过或传输时损坏，请向发布机构重新索取。",
    ]);
  });

  test("signed with the key of another issuer", async () => {
    const file = await signed({}, "冒名.json", "别处.key");
    const [code, words] = await verify(file, "--trusted", "财政.pub", "别处.pub");
    expect([code, words]).toEqual([1, expect.stringContaining("签名的公钥属于“另一个机构”")]);
  });

  test.each([
    [{ until: "2001-01-01" }, 1, "不能用：有效期到 2001-01-01 为止，请向发布机构索取新的一版。"],
    [{ from: "2099-01-01" }, 1, "还不能用：从 2099-01-01 起才有效。"],
    [{ from: "2001-01-01", until: "2099-12-31" }, 0, expect.stringContaining("签名完好")],
  ])("valid %j", async (valid, code, words) => {
    const file = await signed({ valid }, "期限.json");
    expect(await verify(file, "--trusted", "财政.pub")).toEqual([code, words]);
  });

  test("unsigned, and faulty", async () => {
    expect(await verify(write("未签.json", shipped()))).toEqual([
      1,
      "没有签名：可以使用，但无法确认是谁发布的，请与发布机构核对。",
    ]);
    const faulty = write("有错.json", { ...shipped(), year: "二〇二〇" });
    const { code, out } = await gongkai("template", "verify", faulty);
    expect([code, out]).toEqual([1, expect.stringContaining("year 应为 1990 到 2100 之间的整数")]);
  });

  test("--json names issuer, fingerprint and whether it is trusted", async () => {
    const { out } = await gongkai("template", "verify", await signed({}), "--json");
    expect(JSON.parse(out)).toMatchObject({
      kind: "intact",
      isTrusted: false,
      about: { id: "hunan-2020", issuer: shipped()["issuer"] },
      fingerprint: expect.stringMatching(/^[0-9A-F]{4}(?:-[0-9A-F]{4}){7}$/u) as string,
    });
  });
});

test.each([
  [[], "请写明做什么：keygen、sign 或 verify。"],
  [["frob"], "请写明做什么：keygen、sign 或 verify。"],
  [["keygen"], "请用 -o 写明密钥的名称，例如：-o 湖南财政。"],
  [["verify"], "请写明模板文件，例如：模板.json。"],
  [["sign", "a.json", "-o", "b.json"], "请用 --key 写明私钥文件，例如：--key 湖南财政.key。"],
  [["verify", "没有.json"], "没有.json：没有这个文件，请检查文件名和所在文件夹。"],
])("template %j", async (args, sentence) => {
  const { code, note } = await gongkai("template", ...args);
  expect([code, note.split("\n")[0]]).toEqual([2, sentence]);
});

test("what is no key", async () => {
  const file = write("源.json", shipped());
  writeFileSync("假.key", "不是密钥");
  const asPrivate = await gongkai("template", "sign", file, "--key", "财政.pub", "-o", "x.json");
  expect([asPrivate.code, asPrivate.note]).toEqual([
    2,
    "签名用的私钥不对，请用 gongkai template keygen 生成的 .key 文件。",
  ]);
  const asPublic = await gongkai("template", "verify", file, "--trusted", "假.key");
  expect([asPublic.code, asPublic.note]).toEqual([
    2,
    "假.key：不是公钥，请用 gongkai template keygen 生成的 .pub 文件。",
  ]);
});
