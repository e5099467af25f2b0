// Loads a scenario file for the benches and the counts; the commands do the same with more care.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CATALOGUE } from "../../src/scenario/catalogue.ts";
import { loadScenario } from "../../src/scenario/load.ts";
import { renderDiagnostics } from "../../src/scenario/render-diagnostic.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";

/** The scenario in a file, or the shipped one of this name, with `settings` (overlay texts) on top; throws with all diagnostics. */
export function loadShipped(name: string, settings: readonly string[] = []): Scenario {
  const file = name.endsWith(".yaml") ? name : fileURLToPath(new URL(`../../scenarios/${name}.yaml`, import.meta.url));
  const overlays = settings.map((text, i) => ({ name: `setting ${i + 1}`, text }));
  const loaded = loadScenario(file, (path) => ({ ok: true, text: readFileSync(path, "utf8") }), CATALOGUE, overlays);
  if (!loaded.ok) throw new Error(renderDiagnostics(loaded.diagnostics, loaded.sources));
  return loaded.scenario;
}
