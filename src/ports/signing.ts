/** Ed25519. Keys are texts in PEM: PKCS #8 the private one, SPKI the public one. */
export interface Signing {
  newKeys(): { readonly privateKey: string; readonly publicKey: string };
  /** Of a private key; undefined where the text is none. */
  publicKeyOf(privateKey: string): string | undefined;
  /** Base64. */
  sign(content: string, privateKey: string): string;
  /** False also for what is no signature, or no key. */
  verify(content: string, signature: string, publicKey: string): boolean;
  /** Of a public key, in groups that can be read out: 3F2A-09C1-…; undefined where the text is no such key. */
  fingerprint(publicKey: string): string | undefined;
}
