import type { Template } from "../domain/checking/compileTemplate";
import { loadTemplate } from "./loadTemplate";
import type { TemplateCatalog, TemplateEntry } from "../ports/templateCatalog";
import { UseCaseError } from "./useCaseError";

/** The catalogue's packages ready to use; each is read once however many workbooks are checked. */
export class TemplateLibrary {
  private readonly read = new Map<string, Promise<Template>>();

  constructor(
    private readonly catalog: TemplateCatalog,
    private readonly narrative?: string,
  ) {}

  /** The same packages with the 情况说明 of another edition; the packages' own where none is asked for. */
  telling(narrative: string | undefined): TemplateLibrary {
    return narrative === undefined ? this : new TemplateLibrary(this.catalog, narrative);
  }

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

  private async load(id: string): Promise<Template> {
    const loaded = loadTemplate(await this.catalog.load(id), this.narrative);
    if ("template" in loaded) return loaded.template;
    const unknown = loaded.problems.find(({ kind }) => kind === "unknownNarrative");
    if (unknown) {
      throw new UseCaseError("unknownNarrative", [this.narrative, unknown.message].join("\n"));
    }
    if (loaded.problems.some(({ kind }) => kind === "newerFormat")) {
      throw new UseCaseError("newerTemplate", id);
    }
    const problems = loaded.problems.map(({ path, code, message, suggestion }) => {
      const place = [...(code === undefined ? [] : [code]), path, ""].join(" ").trimStart();
      return `${place}${message}${suggestion === undefined ? "" : `（${suggestion}）`}`;
    });
    throw new UseCaseError("faultyTemplate", [id, ...problems].join("\n"));
  }
}
