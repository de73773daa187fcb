import type { TrustedKey } from "../../application/templateSeal";

const ISSUER = "发布机构：";
const KEY = /-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/u;

/** A .pub file: who signs with the key, where that is said, and the key itself. */
export function printPublicKey({ publicKey, issuer }: TrustedKey): string {
  return `${issuer === undefined ? "" : `${ISSUER}${issuer}\n`}${publicKey}`;
}

/** Nothing where there is no key in the text. */
export function readPublicKey(text: string): TrustedKey | undefined {
  const publicKey = KEY.exec(text)?.[0];
  if (publicKey === undefined) return undefined;
  const line = text.split(/\r?\n/u).find((each) => each.startsWith(ISSUER));
  const issuer = line?.slice(ISSUER.length).trim() ?? "";
  return { publicKey, ...(issuer === "" ? {} : { issuer }) };
}
