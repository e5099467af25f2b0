import { existsSync, readdirSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { nearest } from "../scenario/diagnostics.ts";
import type { Io } from "./io.ts";
import type { Mistake } from "./mistake.ts";

/** A file to read, or why the argument names none. `file` is from the folder of the call, as messages show it. */
export type Found = { readonly ok: true; readonly file: string } | { readonly ok: false; readonly mistake: Mistake };

/** The file that an argument means: a path, else the name of a shipped scenario. */
export function findScenario(argument: string, io: Io): Found {
  if (isPath(argument)) return { ok: true, file: argument };
  const names = shippedScenarios(io);
  if (names.includes(argument)) return { ok: true, file: shown(join(io.packageFolder, "scenarios", `${argument}.yaml`), io.cwd) };
  const beside = [`${argument}.yaml`, `${argument}.yml`, `./${argument}`].find((file) => argument !== "" && existsSync(resolve(io.cwd, file)));
  const near = beside ?? nearest(argument, names);
  return {
    ok: false,
    mistake: {
      code: "unknown-scenario",
      message: `"${argument}" is no shipped scenario, and no path to a .yaml file`,
      hint: `${near === undefined ? "" : `did you mean "${near}"? `}shipped scenarios: ${names.join(", ") || "none"}`,
    },
  };
}

/** Whether an argument is a path and no name: it has a slash, or ends in .yaml or .yml. */
export function isPath(argument: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(argument);
}

/** The names of the scenarios that come with the program. */
export function shippedScenarios({ packageFolder }: Io): readonly string[] {
  try {
    return readdirSync(join(packageFolder, "scenarios")).filter((file) => file.endsWith(".yaml")).map((file) => file.slice(0, -".yaml".length)).sort();
  } catch {
    return []; // a package without its scenarios: the hint says that there are none
  }
}

function shown(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short.startsWith("..") || isAbsolute(short) ? path : short;
}
