"use strict";

const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const CssPlugin = require("mini-css-extract-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { NormalModuleReplacementPlugin } = require("webpack");
require("./src/cli/register.js");
const { LicencesPlugin } = require("./src/cli/page/licencesPlugin.js");
const { PAGE_POLICY } = require("./src/cli/page/pagePolicy.ts");

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const CACHE = path.join(__dirname, "node_modules", ".cache", "gongkai", "webpack");

/** Univer's painter brings rules for hyphens in 77 languages, none of them Chinese; it does without. */
const ENGINE_RENDER = /[\\/]@univerjs[\\/]engine-render[\\/]/;
const GRID_CALCULATION = /[\\/]@univerjs[\\/](?:core|engine-formula)[\\/]lib[\\/]es[\\/]index\.js$/;
const EMPTY_MODULE = "data:text/javascript,export {}";

const swc = ({ tsx }) => ({
  swcrc: false,
  jsc: {
    parser: { syntax: "typescript", tsx },
    target: "es2022",
    transform: { react: { runtime: "automatic" } },
  },
});

module.exports = (_, { mode = "production" } = {}) => ({
  mode,
  target: ["web", "es2022"],
  context: __dirname,
  entry: {
    start: "./src/workbench/index.tsx",
    taskpane: "./src/taskpane/index.tsx",
    commands: "./src/commands/commands.ts",
    notice: "./src/commands/notice.ts",
  },
  output: {
    path: path.join(__dirname, "dist"),
    filename: "[name].[contenthash:8].js",
    // Relative to the page, so that it can lie in any folder of any web server.
    publicPath: "auto",
  },
  // The page's policy forbids eval, which webpack's usual source maps for development are made with.
  devtool: mode === "production" ? false : "source-map",
  resolve: {
    extensions: [".ts", ".tsx", ".js"],
    // Without what only old browsers need.
    alias: {
      exceljs$: "exceljs/dist/exceljs.bare.min.js",
      numfmt$: path.join(__dirname, "src/adapters/univer/numfmt.ts"),
    },
  },
  module: {
    rules: [
      { test: /\.ts$/, loader: "swc-loader", options: swc({ tsx: false }) },
      { test: /\.tsx$/, loader: "swc-loader", options: swc({ tsx: true }) },
      { test: GRID_CALCULATION, loader: require.resolve("./src/cli/page/plainFieldsLoader.js") },
      { test: ENGINE_RENDER, parser: { dynamicImportMode: "eager" } },
      { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] },
    ],
  },
  plugins: [
    new HtmlPlugin({
      template: "./src/workbench/index.html",
      templateParameters: { policy: PAGE_POLICY },
      chunks: ["start"],
    }),
    ...["taskpane", "commands", "notice"].map(
      (page) =>
        new HtmlPlugin({
          template:
            page === "taskpane" ? "./src/taskpane/index.html" : `./src/commands/${page}.html`,
          filename: `${page}.html`,
          templateParameters: { officeJs: OFFICE_JS },
          chunks: [page],
        }),
    ),
    new NormalModuleReplacementPlugin(/^\.\/[a-z0-9-]+-.{8}\.js$/, (dictionary) => {
      if (ENGINE_RENDER.test(dictionary.contextInfo.issuer)) dictionary.request = EMPTY_MODULE;
    }),
    new CssPlugin({ filename: "[name].[contenthash:8].css" }),
    new LicencesPlugin(),
    new CopyPlugin({
      patterns: ["templates", "samples"].map((folder) => ({
        from: `assets/${folder}/*.{json,xlsx}`,
      })),
    }),
  ],
  optimization: {
    // One chunk for each `import()` and worker, called after its module or as named there.
    splitChunks: false,
    chunkIds: "named",
    minimizer: [
      // The default minifier takes a minute and 3 GB on the grid.
      new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false }),
    ],
  },
  cache: {
    type: "filesystem",
    cacheDirectory: CACHE,
    buildDependencies: { config: [__filename] },
  },
  performance: false,
  stats: "errors-warnings",
});
