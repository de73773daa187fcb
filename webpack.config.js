"use strict";

const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const CssPlugin = require("mini-css-extract-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { NormalModuleReplacementPlugin } = require("webpack");
require("./src/cli/register.js");
const { LicencesPlugin } = require("./src/cli/page/licencesPlugin.js");
const { PAGE_POLICY, panePolicy } = require("./src/cli/page/pagePolicy.ts");
const {
  OFFICE_FILES,
  OFFICE_FOLDER,
  officeAddress,
  officeOrigin,
} = require("./src/cli/page/officeLibrary.ts");
const { DEVELOPMENT_HOST } = require("./src/cli/page/buildOptions.ts");

const CACHE = path.join(__dirname, "node_modules", ".cache", "gongkai", "webpack");

/** Univer's painter brings rules for hyphens in 77 languages, none of them Chinese; it does without. */
const ENGINE_RENDER = /[\\/]@univerjs[\\/]engine-render[\\/]/;
const GRID_CALCULATION = /[\\/]@univerjs[\\/](?:core|engine-formula)[\\/]lib[\\/]es[\\/]index\.js$/;
const EMPTY_MODULE = "data:text/javascript,export {}";

const swc = (target, parser) => ({
  loader: "swc-loader",
  options: {
    swcrc: false,
    jsc: { parser, target, transform: { react: { runtime: "automatic" } } },
  },
});
const ours = (target) => [
  { test: /\.ts$/, ...swc(target, { syntax: "typescript", tsx: false }) },
  { test: /\.tsx$/, ...swc(target, { syntax: "typescript", tsx: true }) },
  { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] },
];

/** What both the page and the pane are built alike in. */
const common = (name, target, mode) => ({
  name,
  mode,
  target: ["web", target],
  context: __dirname,
  output: {
    path: path.join(__dirname, "dist"),
    filename: "[name].[contenthash:8].js",
    // Relative to the page, so that it can lie in any folder of any web server.
    publicPath: "auto",
  },
  // The page's policy forbids eval, which webpack's usual source maps for development are made with.
  devtool: mode === "production" ? false : "source-map",
  optimization: {
    // One chunk for each `import()` and worker, called after its module or as named there.
    splitChunks: false,
    chunkIds: "named",
    minimizer: [
      // The default minifier takes a minute and 3 GB on the grid.
      new TerserPlugin({
        minify: TerserPlugin.swcMinify,
        terserOptions: { ecma: Number(target.slice(2)) },
        extractComments: false,
      }),
    ],
  },
  cache: {
    type: "filesystem",
    name,
    cacheDirectory: CACHE,
    buildDependencies: { config: [__filename] },
  },
  performance: false,
  stats: "errors-warnings",
});

/** For browsers as they are: a grid beside the pane. */
function page(mode) {
  const target = "es2022";
  return {
    ...common("page", target, mode),
    entry: { start: "./src/workbench/index.tsx" },
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
        ...ours(target),
        { test: GRID_CALCULATION, loader: require.resolve("./src/cli/page/plainFieldsLoader.js") },
        { test: ENGINE_RENDER, parser: { dynamicImportMode: "eager" } },
      ],
    },
    plugins: [
      new HtmlPlugin({
        template: "./src/workbench/index.html",
        templateParameters: { policy: PAGE_POLICY },
      }),
      new NormalModuleReplacementPlugin(/^\.\/[a-z0-9-]+-.{8}\.js$/, (dictionary) => {
        if (ENGINE_RENDER.test(dictionary.contextInfo.issuer)) dictionary.request = EMPTY_MODULE;
      }),
      new CssPlugin({ filename: "[name].[contenthash:8].css" }),
      new LicencesPlugin("licences.txt"),
      new CopyPlugin({
        patterns: ["templates", "samples"].map((folder) => ({
          from: `assets/${folder}/*.{json,xlsx}`,
        })),
      }),
    ],
  };
}

/** For the browser inside of Excel, which may be some years old. */
function pane(mode, { host, office }) {
  const target = "es2018";
  const officePage = (name, functions) =>
    new HtmlPlugin({
      filename: `${name}.html`,
      template: "./src/taskpane/officePage.html",
      chunks: [name],
      // The first page brings in the script itself, where it can run.
      inject: false,
      templateParameters: (_, assets) => ({
        files: assets,
        functions,
        office,
        officeAddress: officeAddress(office),
        policy: panePolicy(officeOrigin(office)),
      }),
    });
  return {
    ...common("pane", target, mode),
    entry: {
      taskpane: "./src/taskpane/index.tsx",
      commands: "./src/commands/commands.ts",
      notice: "./src/commands/notice.ts",
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        ...ours(target),
        { test: /\.m?js$/, include: /node_modules/, ...swc(target, { syntax: "ecmascript" }) },
      ],
    },
    plugins: [
      officePage("taskpane", ""),
      officePage("commands", "clearMarks"),
      new HtmlPlugin({
        filename: "notice.html",
        template: "./src/commands/notice.html",
        chunks: ["notice"],
        templateParameters: { policy: PAGE_POLICY },
      }),
      new CssPlugin({ filename: "[name].[contenthash:8].css" }),
      new LicencesPlugin("licences-excel.txt"),
      new CopyPlugin({
        patterns: [
          "assets/icons/*.png",
          // As it is written: minifying might use words that old browsers do not know.
          { from: "src/taskpane/firstPage.*", to: "[name][ext]", info: { minimized: true } },
          {
            from: "manifest.xml",
            transform: (content) =>
              content.toString().replaceAll(DEVELOPMENT_HOST, host ?? DEVELOPMENT_HOST),
          },
          ...(office === "self" ? OFFICE_FILES.map(officeFile) : []),
        ],
      }),
    ],
  };
}

const OFFICE_PACKAGE = path.dirname(require.resolve("@microsoft/office-js/package.json"));
const officeFile = (from) => ({
  context: OFFICE_PACKAGE,
  from,
  to: ({ absoluteFilename }) =>
    path.join(OFFICE_FOLDER, path.relative(OFFICE_PACKAGE, absoluteFilename).replace(/^dist./, "")),
  // Its licence allows to hand it on unchanged.
  info: { minimized: true },
});

module.exports = (options = { office: "cdn" }, { mode = "production" } = {}) => [
  page(mode),
  pane(mode, options),
];
