import { canonicalJson } from "../domain/template/canonicalJson";
import { isPlainObject } from "../domain/template/schemaReader";
import type { TemplateProblem } from "../domain/template/templateProblem";
import type { TemplatePackage } from "../domain/template/templatePackage";
import type { Signing } from "../ports/signing";
import { openTemplate, problemLines } from "./openTemplate";
import { UseCaseError } from "./useCaseError";

/** A key that an administrator trusts, and whose packages it may sign; anybody's without an issuer. */
export interface TrustedKey {
  readonly publicKey: string;
  readonly issuer?: string;
}

/** What is known of a package's origin. */
export type Seal =
  | { readonly kind: "faulty"; readonly problems: readonly TemplateProblem[] }
  | { readonly kind: "unsigned"; readonly about: About }
  | { readonly kind: "tampered"; readonly about: About }
  | { readonly kind: "expired"; readonly about: About; readonly until: string }
  | { readonly kind: "notYetValid"; readonly about: About; readonly from: string }
  /** The key is trusted for another issuer than the package names. */
  | {
      readonly kind: "otherIssuer";
      readonly about: About;
      readonly fingerprint: string;
      readonly issuer: string;
    }
  | {
      readonly kind: "intact";
      readonly about: About;
      readonly fingerprint: string;
      readonly isTrusted: boolean;
    };

export type About = Pick<TemplatePackage, "id" | "version" | "title" | "issuer" | "year">;

interface Checking {
  readonly signing: Signing;
  readonly trusted: readonly TrustedKey[];
  /** 2026-11-24 */
  readonly today: string;
}

/** The package with a signature over its whole content; one that it had is replaced. */
export function signPackage(json: unknown, privateKey: string, signing: Signing): object {
  const opened = openTemplate(json);
  if ("problems" in opened) {
    throw new UseCaseError("faultyTemplate", ["", ...problemLines(opened.problems)].join("\n"));
  }
  const publicKey = signing.publicKeyOf(privateKey);
  if (publicKey === undefined || !isPlainObject(json)) throw new UseCaseError("noSigningKey");
  const signature = { algorithm: "Ed25519", publicKey };
  const content = canonicalJson({ ...json, signature });
  return { ...json, signature: { ...signature, value: signing.sign(content, privateKey) } };
}

export function sealOf(json: unknown, { signing, trusted, today }: Checking): Seal {
  const opened = openTemplate(json);
  if ("problems" in opened) return { kind: "faulty", problems: opened.problems };
  const { definition } = opened.template.structure;
  const { id, version, title, issuer, year, signature, valid } = definition;
  const about = { id, version, title, issuer, year };
  if (!signature || !isPlainObject(json)) return { kind: "unsigned", about };
  const { value, ...rest } = signature;
  const content = canonicalJson({ ...json, signature: rest });
  const fingerprint = signing.fingerprint(signature.publicKey);
  if (fingerprint === undefined || !signing.verify(content, value, signature.publicKey)) {
    return { kind: "tampered", about };
  }
  const known = trusted.filter((key) => signing.fingerprint(key.publicKey) === fingerprint);
  const [other] = known;
  if (other?.issuer !== undefined && known.every((key) => key.issuer !== issuer)) {
    return { kind: "otherIssuer", about, fingerprint, issuer: other.issuer };
  }
  if (valid?.until !== undefined && valid.until < today) {
    return { kind: "expired", about, until: valid.until };
  }
  if (valid?.from !== undefined && valid.from > today) {
    return { kind: "notYetValid", about, from: valid.from };
  }
  return { kind: "intact", about, fingerprint, isTrusted: known.length > 0 };
}
