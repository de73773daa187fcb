import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";
import type { Signing } from "../ports/signing";

const PEM = { format: "pem" } as const;
const GROUPS = 8;

export const ed25519: Signing = {
  newKeys: () => {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    return { privateKey: privatePem(privateKey), publicKey: publicPem(publicKey) };
  },
  publicKeyOf: (text) => {
    const key = readKey(() => createPrivateKey(text));
    return key && publicPem(createPublicKey(key));
  },
  sign: (content, privateKey) =>
    sign(null, Buffer.from(content, "utf8"), createPrivateKey(privateKey)).toString("base64"),
  verify: (content, signature, text) => {
    const key = readKey(() => createPublicKey(text));
    if (!key) return false;
    return verify(null, Buffer.from(content, "utf8"), key, Buffer.from(signature, "base64"));
  },
  fingerprint: (text) => {
    const key = readKey(() => createPublicKey(text));
    if (!key) return undefined;
    const hash = createHash("sha256").update(key.export({ format: "der", type: "spki" }));
    return (hash.digest("hex").toUpperCase().match(/.{4}/gu) ?? []).slice(0, GROUPS).join("-");
  },
};

/** A key of another kind is none. */
function readKey(read: () => KeyObject): KeyObject | undefined {
  try {
    const key = read();
    return key.asymmetricKeyType === "ed25519" ? key : undefined;
  } catch {
    return undefined;
  }
}

const privatePem = (key: KeyObject): string => String(key.export({ ...PEM, type: "pkcs8" }));
const publicPem = (key: KeyObject): string => String(key.export({ ...PEM, type: "spki" }));
