/** SHA-256 of the text's UTF-8 bytes, in 64 hexadecimal digits. */
export type Sha256 = (text: string) => Promise<string>;
