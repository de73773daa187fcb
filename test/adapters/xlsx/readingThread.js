"use strict";

const { parentPort } = require("node:worker_threads");

require("../../../src/cli/register.js");
const { answerReading } = require("../../../src/adapters/xlsx/answerReading.ts");

parentPort.on("message", (bytes) => {
  if (bytes.length === 0) for (;;);
  if (bytes.length === 1) throw new Error("mistake of ours");
  parentPort.postMessage(answerReading(bytes));
});
