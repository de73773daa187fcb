"use strict";

/* The pages for Excel alone, with a copy of office.js. A script of its own: the minifier's workers start what it is. */

const webpack = require("webpack");
const configure = require("../../../webpack.config.js");

const [folder, host] = process.argv.slice(2);
const [, pane] = configure({ office: "self", host });

webpack({ ...pane, output: { ...pane.output, path: folder } }, (error, stats) => {
  if (error || stats.hasErrors()) throw error ?? new Error(stats.toString());
});
