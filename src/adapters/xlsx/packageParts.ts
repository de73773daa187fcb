import type { GuardedPackage } from "../guard/guardWorkbook";
import { type SheetVisibility, WorkbookError } from "../../ports/workbookPorts";
import { walkXml, type XmlAttributes } from "../guard/xmlWalk";

export interface SheetPart {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly path: string;
  readonly xml: string;
}

export interface WorkbookParts {
  readonly path: string;
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | undefined;
}

interface Relationship {
  readonly id: string;
  /** The last word of its type, which transitional and strict files share. */
  readonly kind: string;
  readonly path: string;
}

/** To something outside of the file, which is never followed. */
export interface OutsideTarget {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

type Parts = GuardedPackage["parts"];

export function eachElement(
  xml: string,
  visit: (name: string, attributes: XmlAttributes) => void,
): void {
  walkXml(xml, { open: visit, text: () => undefined, close: () => undefined });
}

function resolvePath(base: string, target: string): string {
  const folders = target.startsWith("/") ? [] : base.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== "" && step !== ".") folders.push(step);
  }
  return folders.join("/").toLowerCase();
}

function relationshipsXml(parts: Parts, owner: string): string | undefined {
  const slash = owner.lastIndexOf("/") + 1;
  return parts.get(`${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`);
}

/** None where the part has no relationships at all. */
export function readOutsideTargets(parts: Parts, owner: string): OutsideTarget[] {
  const targets: OutsideTarget[] = [];
  eachElement(relationshipsXml(parts, owner) ?? "", (name, attributes) => {
    if (name !== "Relationship" || attributes.get("TargetMode") !== "External") return;
    targets.push({
      id: attributes.get("Id") ?? "",
      kind: kindOf(attributes),
      target: attributes.get("Target") ?? "",
    });
  });
  return targets;
}

/** The parts of a kind that a part refers to; none where it has no relationships at all. */
export function relatedParts(parts: Parts, owner: string, kind: string): string[] {
  if (relationshipsXml(parts, owner) === undefined) return [];
  return readRelationships(parts, owner)
    .filter((relationship) => relationship.kind === kind)
    .map(({ path }) => path);
}

function kindOf(attributes: XmlAttributes): string {
  return (attributes.get("Type") ?? "").split("/").at(-1) ?? "";
}

function readRelationships(parts: Parts, owner: string): Relationship[] {
  const xml = relationshipsXml(parts, owner);
  if (xml === undefined) throw new WorkbookError("damaged", `relationships of ${owner || "file"}`);
  const relationships: Relationship[] = [];
  eachElement(xml, (name, attributes) => {
    if (name !== "Relationship" || attributes.get("TargetMode") === "External") return;
    relationships.push({
      id: attributes.get("Id") ?? "",
      kind: kindOf(attributes),
      path: resolvePath(owner, attributes.get("Target") ?? ""),
    });
  });
  return relationships;
}

function readVisibility(state: string | undefined): SheetVisibility {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

/** Sheets in the order of their tabs. Chart sheets hold no cells and are left out. */
export function readWorkbookParts(parts: Parts): WorkbookParts {
  const workbook = readRelationships(parts, "").find(({ kind }) => kind === "officeDocument");
  const xml = workbook && parts.get(workbook.path);
  if (xml === undefined) throw new WorkbookError("damaged", "no workbook part");
  const relationships = readRelationships(parts, workbook?.path ?? "");
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));

  const sheets: SheetPart[] = [];
  eachElement(xml, (element, attributes) => {
    if (element !== "sheet") return;
    const relationship = byId.get(attributes.get("id") ?? "");
    if (relationship && relationship.kind !== "worksheet") return;
    const sheetXml = relationship && parts.get(relationship.path);
    const name = attributes.get("name");
    if (sheetXml === undefined || name === undefined) {
      throw new WorkbookError("damaged", `no part for sheet ${name ?? ""}`);
    }
    sheets.push({
      name,
      visibility: readVisibility(attributes.get("state")),
      path: relationship?.path ?? "",
      xml: sheetXml,
    });
  });

  const strings = relationships.find(({ kind }) => kind === "sharedStrings");
  return { path: workbook?.path ?? "", sheets, sharedStrings: strings && parts.get(strings.path) };
}
