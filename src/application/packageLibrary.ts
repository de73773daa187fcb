import type { Template } from "../domain/checking/compileTemplate";
import { openTemplate, problemLines, type LoadedTemplate } from "./openTemplate";
import type { TemplateCatalog, TemplateEntry } from "../ports/templateCatalog";
import { UseCaseError } from "./useCaseError";

/** The catalogue's packages, to read workbooks by; each is read once however many workbooks are checked. */
export class PackageLibrary {
  private readonly read = new Map<string, Promise<Template>>();

  constructor(
    protected readonly catalog: TemplateCatalog,
    readonly narrative?: string,
  ) {}

  list(): Promise<readonly TemplateEntry[]> {
    return this.catalog.list();
  }

  async get(id: string): Promise<Template> {
    const entries = await this.list();
    if (!entries.some((entry) => entry.id === id)) throw new UseCaseError("unknownTemplate", id);
    const known = this.read.get(id) ?? this.load(id);
    this.read.set(id, known);
    return known;
  }

  protected open(json: unknown): LoadedTemplate {
    return openTemplate(json, this.narrative);
  }

  private async load(id: string): Promise<Template> {
    const loaded = this.open(await this.catalog.load(id));
    if ("template" in loaded) return loaded.template;
    const unknown = loaded.problems.find(({ kind }) => kind === "unknownNarrative");
    if (unknown) {
      throw new UseCaseError("unknownNarrative", [this.narrative, unknown.message].join("\n"));
    }
    if (loaded.problems.some(({ kind }) => kind === "newerFormat")) {
      throw new UseCaseError("newerTemplate", id);
    }
    throw new UseCaseError("faultyTemplate", [id, ...problemLines(loaded.problems)].join("\n"));
  }
}
