"use strict";

const { parentPort } = require("node:worker_threads");

require("../../../src/cli/register.js");
const { answerReading } = require("../../../src/adapters/guard/answerReading.ts");
const { readPackage } = require("../../../src/adapters/xlsx/xlsxReader.ts");

parentPort.on("message", async (bytes) => {
  if (bytes.length === 0) for (;;);
  if (bytes.length === 1) throw new Error("mistake of ours");
  parentPort.postMessage(await answerReading(bytes, { xlsx: async () => readPackage }));
});
