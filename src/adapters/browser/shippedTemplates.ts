import type { TemplateCatalog, TemplateEntry } from "../../ports/templateCatalog";

type Listed = TemplateEntry & { readonly file: string };

/** The packages that lie beside the page. */
export function shippedTemplates(folder: URL): TemplateCatalog {
  let listing: Promise<readonly Listed[]> | undefined;
  const entries = () => {
    listing ??= fetchJson(new URL("catalog.json", folder)).then(
      (catalog) => (catalog as { packages: readonly Listed[] }).packages,
    );
    // What could not be had once may be there the next time.
    listing.catch(() => (listing = undefined));
    return listing;
  };
  return {
    list: entries,
    load: async (id) => {
      const entry = (await entries()).find((each) => each.id === id);
      return entry && fetchJson(new URL(entry.file, folder));
    },
  };
}

async function fetchJson(address: URL): Promise<unknown> {
  return (await fetchFile(address)).json();
}

export async function fetchFile(address: URL): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${String(response.status)} ${address.pathname}`);
  return response;
}
