// Charts as files in a folder; each is given its name once it is whole.

import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { renderChart, type Chart } from "../../report/interval-chart.ts";
import type { Io } from "../io.ts";
import type { Mistake } from "../mistake.ts";
import { whyNotWritten } from "./rows-on-disk.ts";

/** Writes charts into a folder, which is made where it is not there, and says where they are; or why they cannot be written. */
export async function writeCharts(folder: string, charts: readonly Chart[], io: Io): Promise<Mistake | undefined> {
  const pathOf = ({ name }: Chart): string => resolve(io.cwd, folder, `${name}.svg`);
  try {
    mkdirSync(resolve(io.cwd, folder), { recursive: true });
    for (const chart of charts) {
      writeFileSync(`${pathOf(chart)}.part`, renderChart(chart));
      renameSync(`${pathOf(chart)}.part`, pathOf(chart));
    }
  } catch (error) {
    for (const chart of charts) rmSync(`${pathOf(chart)}.part`, { force: true });
    return whyNotWritten(folder, error);
  }
  await io.tell(`${charts.map(({ name }) => join(folder, `${name}.svg`)).join(", ")} written.\n`);
  return undefined;
}

/** Why a folder for charts cannot be written into, before any work; undefined where it can. */
export function whyNoCharts(folder: string | undefined, io: Io): Mistake | undefined {
  if (folder === undefined) return undefined;
  const probe = resolve(io.cwd, folder, ".deconflict.part");
  try {
    mkdirSync(resolve(io.cwd, folder), { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
    return undefined;
  } catch (error) {
    return whyNotWritten(folder, error);
  }
}
