import { loadTemplate } from "./loadTemplate";
import type { LoadedTemplate } from "./openTemplate";
import { PackageLibrary } from "./packageLibrary";

/** Packages to lay sheets out from: what no sheet can hold is refused. */
export class TemplateLibrary extends PackageLibrary {
  /** The same packages with the 情况说明 of another edition; the packages' own where none is asked for. */
  telling(narrative: string | undefined): TemplateLibrary {
    return narrative === undefined ? this : new TemplateLibrary(this.catalog, narrative);
  }

  protected override open(json: unknown): LoadedTemplate {
    return loadTemplate(json, this.narrative);
  }
}
