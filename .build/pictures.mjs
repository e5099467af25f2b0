// Draws the README's pictures: real frames of the terminal program, and the charts of a comparison. `npm run pictures`.
import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CATALOGUE } from "../src/scenario/catalogue.ts";
import { loadScenario } from "../src/scenario/load.ts";
import { Session } from "../src/session/session.ts";
import { compileModel } from "../src/simulation/model.ts";
import { Desk } from "../src/tui/desk.ts";
import { Program } from "../src/tui/program.ts";
import { themeFor } from "../src/tui/theme.ts";
import manifest from "../package.json" with { type: "json" };

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, ".pictures");
const CELL = { width: 8.4, height: 18 };
const INK = { background: "#1b1d1e", plain: "#d8d8d8" };

/** What is pictured: a size, and the keys that lead there from the start. */
const PICTURES = [
  { name: "story-80x24", columns: 80, rows: 24, keys: ["]", "]", ...Array(14).fill("left")] },
  { name: "decision-80x24", columns: 80, rows: 24, keys: ["s", "enter", ")"] },
  { name: "panes-200x60", columns: 200, rows: 60, keys: [...Array(215).fill("right")] },
];

await mkdir(folder, { recursive: true });
for (const { name, columns, rows, keys } of PICTURES) {
  const load = (overlays) => loadScenario(`${manifest.deconflict.firstScenario}.yaml`, (path) => ({ ok: true, text: readFileSync(join(root, "scenarios", path), "utf8") }), CATALOGUE, overlays);
  const { scenario } = load([]);
  const session = new Session(compileModel(scenario), scenario.seed, load);
  const program = new Program({ open: () => "", list: () => [], quit: () => {} }, new Desk(session), columns, rows);
  for (const key of keys) program.key(key);
  await writeFile(join(folder, `${name}.svg`), svgOf(program.rows, columns, rows));
}

// What the line was worth: the charts of a comparison, as the program draws them.
execFileSync(process.execPath, [join(root, "dist/deconflict.mjs"), "compare", manifest.deconflict.firstScenario, "line-down", "--runs", "10000", "--over", "relay.complied=0..0.9:4", "--charts", folder], { stdio: "ignore" });

/** A frame as an SVG text, one element a span, so that a picture can be read, searched and compared. */
function svgOf(frame, columns, rows) {
  const theme = themeFor("true", false);
  const [width, height] = [columns * CELL.width + 16, rows * CELL.height + 16];
  const lines = frame.map((row, y) => {
    let x = 0;
    return row.map((span) => {
      const { color = INK.plain, bold, inverse } = theme(span);
      const cells = [...span.text].length;
      const at = `x="${round(8 + x * CELL.width)}" y="${round(8 + y * CELL.height + 13.5)}"`;
      const box = inverse ? `<rect x="${round(8 + x * CELL.width)}" y="${round(8 + y * CELL.height)}" width="${round(cells * CELL.width)}" height="${CELL.height}" fill="${color}"/>` : "";
      x += cells;
      if (span.text.trim() === "") return box;
      return `${box}<text ${at} textLength="${round(cells * CELL.width)}" fill="${inverse ? INK.background : color}"${bold ? " font-weight=\"bold\"" : ""}>${escaped(span.text)}</text>`;
    }).join("");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${height}" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
<rect width="100%" height="100%" fill="${INK.background}"/>
${lines.filter((line) => line !== "").join("\n")}
</svg>
`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(" ", "\u00A0");
}

function round(number) {
  return Math.round(number * 10) / 10;
}
