/*
 * Draws the add-in's icons: node assets/icons/draw.mjs
 * Every size is drawn on its own pixels, as a drawing scaled down to 16 is a blur. Needs Debian's Chromium.
 */
import { writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const INK = "#33475b";
const RULE = "#9fb1c2";
const PAPER = "#ffffff";
const BLUE = "#0f6cbd";
const GREEN = "#0e7a3c";
const RED = "#c50f1f";
const PINK = "#f4b9bf";
const AMBER = "#f7c948";

/** On a grid of 16, rounded to the pixels of this size. */
const tools = (size) => {
  const at = (value) => Math.round((value * size) / 16);
  const thin = Math.max(1, Math.round(size / 20));
  const box = (left, top, right, bottom, fill) =>
    `<rect x="${at(left)}" y="${at(top)}" width="${at(right) - at(left)}" height="${at(bottom) - at(top)}" fill="${fill}"/>`;
  const across = (left, right, y, fill) =>
    `<rect x="${at(left)}" y="${at(y)}" width="${at(right) - at(left)}" height="${thin}" fill="${fill}"/>`;
  const down = (x, top, bottom, fill) =>
    `<rect x="${at(x)}" y="${at(top)}" width="${thin}" height="${at(bottom) - at(top)}" fill="${fill}"/>`;
  const frame = (left, top, right, bottom, ink) => {
    const [x, y] = [at(left), at(top)];
    const [width, height] = [at(right) - x, at(bottom) - y];
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ink}"/><rect x="${x + thin}" y="${y + thin}" width="${width - 2 * thin}" height="${height - 2 * thin}" fill="${PAPER}"/>`;
  };
  /** A line with a white edge, so that it stands out from what it crosses and from a dark ribbon. */
  const stroke = (points, width, ink) => {
    const path = points.map(([x, y]) => `${(x * size) / 16},${(y * size) / 16}`).join(" ");
    const line = (color, thickness) =>
      `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="${thickness}" stroke-linecap="round" stroke-linejoin="round"/>`;
    return line(PAPER, ((width + 1.6) * size) / 16) + line(ink, (width * size) / 16);
  };
  const shape = (points, fill, ink) =>
    `<polygon points="${points.map(([x, y]) => `${(x * size) / 16},${(y * size) / 16}`).join(" ")}" fill="${fill}" stroke="${ink}" stroke-width="${thin}" stroke-linejoin="round"/>`;
  return { at, thin, box, across, down, frame, stroke, shape };
};

/** A table with a head, two columns and three rows. */
function table({ frame, box, across, down }, [left, top, right, bottom], head = BLUE) {
  const row = (bottom - top - 4) / 3;
  return [
    frame(left, top, right, bottom, INK),
    box(left, top, right, top + 4, head),
    across(left + 1, right - 1, top + 4 + row, RULE),
    across(left + 1, right - 1, top + 4 + 2 * row, RULE),
    down(left + 4, top + 4, bottom - 1, RULE),
  ].join("");
}

/** Part of a rubber that lies aslant: how far along it the part begins and ends, and how wide it is. */
function slanted(from, to, width) {
  const point = (along, aside) => [
    7.4 + (along - 1 + aside) * Math.SQRT1_2,
    13.4 + (1 - along + aside) * Math.SQRT1_2,
  ];
  const half = width / 2;
  return [point(from, -half), point(to, -half), point(to, half), point(from, half)];
}

const DRAWINGS = {
  /** The table, and that it is right. */
  pane: (draw) =>
    table(draw, [1, 1, 14, 14]) +
    draw.stroke(
      [
        [6.6, 10.8],
        [9.4, 13.6],
        [14.4, 7],
      ],
      2.1,
      GREEN,
    ),

  /** The table, and an arrow that goes round once more. */
  recheck: (draw, size) => {
    const k = size / 16;
    const arc = (color, width) =>
      `<path d="M ${13.9 * k} ${9.2 * k} A ${4 * k} ${4 * k} 0 1 0 ${14.6 * k} ${11.6 * k}" fill="none" stroke="${color}" stroke-width="${width * k}" stroke-linecap="butt"/>`;
    const head = `<polygon points="${15.6 * k},${6.6 * k} ${15.6 * k},${10.9 * k} ${11.3 * k},${10.9 * k}" fill="${GREEN}"/>`;
    return (
      table(draw, [1, 1, 14, 14]) +
      `<circle cx="${10.6 * k}" cy="${11.2 * k}" r="${5.1 * k}" fill="${PAPER}"/>` +
      arc(GREEN, 1.8) +
      head
    );
  },

  /** A rubber goes over a marked cell. */
  clear: (draw) =>
    table(draw, [1, 1, 14, 14]) +
    draw.box(2, 5, 5, 8, PINK) +
    draw.shape(slanted(-0.2, 9.6, 6.2), PAPER, PAPER) +
    draw.shape(slanted(3.2, 8.4, 4.2), RED, RED) +
    draw.shape(slanted(0.6, 3.2, 4.2), PAPER, RED),

  /** One cell of the table under a glass. */
  cell: (draw, size) => {
    const k = size / 16;
    return (
      table(draw, [1, 1, 14, 14]) +
      `<circle cx="${9 * k}" cy="${8.8 * k}" r="${4.7 * k}" fill="${PAPER}"/>` +
      draw.stroke(
        [
          [12.2, 12],
          [14.8, 14.6],
        ],
        2.1,
        INK,
      ) +
      `<circle cx="${9 * k}" cy="${8.8 * k}" r="${3.6 * k}" fill="${AMBER}" stroke="${INK}" stroke-width="${1.3 * k}"/>`
    );
  },
};

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage();
for (const [name, drawing] of Object.entries(DRAWINGS)) {
  for (const size of SIZES) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" style="display:block">${drawing(tools(size), size)}</svg>`;
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0;background:none}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true, type: "png" });
    writeFileSync(new URL(`${name}-${size}.png`, import.meta.url), png);
  }
}
await browser.close();
