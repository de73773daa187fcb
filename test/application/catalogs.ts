import type { TemplateCatalog } from "../../src/ports/templateCatalog";
import type { TemplatePackage } from "../../src/domain/template/templatePackage";
import { readShippedJson } from "../assets/readShippedTemplate";

export const hunan2020 = readShippedJson("hunan-2020.json") as TemplatePackage;

export interface CountingCatalog extends TemplateCatalog {
  readonly loaded: readonly string[];
}

/** A catalogue that notes what is loaded from it. */
export function catalogOf(
  ...packages: readonly Pick<TemplatePackage, "id" | "version" | "title">[]
): CountingCatalog {
  const loaded: string[] = [];
  return {
    loaded,
    list: async () => packages,
    load: async (id) => {
      loaded.push(id);
      return packages.find((each) => each.id === id);
    },
  };
}
