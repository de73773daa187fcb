import { problemLines } from "../../application/openTemplate";
import type { About, Seal } from "../../application/templateSeal";

/** What is known of the package's origin, and what to do about it. */
export function sealText(file: string, seal: Seal): string {
  return [
    `文件：${file}`,
    ...("about" in seal ? [aboutLine(seal.about)] : []),
    ...lines(seal),
  ].join("\n");
}

const aboutLine = ({ id, version, title, issuer }: About): string =>
  `模板：${id} ${version}　${title}　发布机构：${issuer}`;

function lines(seal: Seal): readonly string[] {
  switch (seal.kind) {
    case "faulty":
      return ["不能用：模板有错，请退回发布机构改正。", ...problemLines(seal.problems)];
    case "unsigned":
      return ["没有签名：可以使用，但无法确认是谁发布的，请与发布机构核对。"];
    case "tampered":
      return ["不能用：内容与签名对不上，可能被改动过或传输时损坏，请向发布机构重新索取。"];
    case "expired":
      return [`不能用：有效期到 ${seal.until} 为止，请向发布机构索取新的一版。`];
    case "notYetValid":
      return [`还不能用：从 ${seal.from} 起才有效。`];
    case "otherIssuer":
      return [
        `不能用：签名的公钥属于“${seal.issuer}”，模板写的发布机构却是“${seal.about.issuer}”，请向发布机构核实。`,
        `公钥指纹：${seal.fingerprint}`,
      ];
    case "intact":
      return [
        seal.isTrusted
          ? "签名完好，公钥在受信任的名单里。"
          : "签名完好，但公钥不在受信任的名单里：请与发布机构核对下面的指纹，相同才用。",
        `公钥指纹：${seal.fingerprint}`,
      ];
  }
}
