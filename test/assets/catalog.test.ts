import { readShippedJson, readShippedTemplate } from "./readShippedTemplate";

interface Catalog {
  readonly packages: readonly Readonly<Record<"id" | "version" | "title" | "file", string>>[];
}

const { packages } = readShippedJson("catalog.json") as Catalog;

test.each(packages)("the catalogue's $id is the package in its file", (entry) => {
  const { id, version, title } = readShippedTemplate(entry.id).definition;
  expect({ id, version, title, file: `${id}.json` }).toEqual(entry);
});
