import { join, resolve } from "node:path";
import HtmlPlugin from "html-webpack-plugin";
import webpack, { type Configuration } from "webpack";

const ROOT = resolve(__dirname, "../../..");

/** As the page is built, so that only what is in it differs. */
export async function buildPeer(folder: string): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- webpack's own file is no module.
  const configure = require(join(ROOT, "webpack.config.js")) as (
    environment: object,
    options: object,
  ) => readonly Configuration[];
  const [config] = configure({}, {});
  if (!config) throw new Error("webpack.config.js builds nothing");
  const compiler = webpack({
    ...config,
    entry: { start: join(__dirname, "peer.tsx") },
    output: { ...config.output, path: folder },
    plugins: (config.plugins ?? []).filter((plugin) => plugin instanceof HtmlPlugin),
    cache: false,
  });
  await new Promise<void>((done, fail) => {
    compiler.run((error, stats) => {
      const [problem] = stats?.compilation.errors ?? [];
      if (error ?? problem) fail(error ?? problem ?? new Error("no page"));
      else done();
    });
  });
}
