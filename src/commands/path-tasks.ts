// The search for paths as tasks for workers.

import type { Scenario } from "../scenario/scenario.ts";
import { compileModel, type Model } from "../simulation/model.ts";
import { searchPaths, type PathsFound, type PathTask } from "../study/path-search.ts";
import type { Perform } from "../study/paths.ts";
import type { Target } from "../study/target.ts";
import type { Io } from "./io.ts";
import type { Kind } from "./workers/kind.ts";
import { answersInOrder } from "./workers/pool.ts";

/** What all tasks of one search share. */
export interface PathsShared { readonly scenario: Scenario; readonly target: Target; }

/** The search for paths, as workers do it. */
export const PATHS: Kind<PathsShared, PathTask, PathsFound> = {
  name: "paths",
  begin: ({ scenario, target }) => searchPaths(compileModel(scenario), target).search,
};

/** Does the first level here, where it is done before a worker would be up, and the others on all cores. */
export function performer(model: Model, target: Target, { cores, worker }: Io): Perform {
  const { search } = searchPaths(model, target);
  return async function* (tasks) {
    if (cores === 1 || tasks[0]?.surprises === 1) for (const task of tasks) yield search(task);
    else yield* answersInOrder(PATHS, { scenario: model.scenario, target }, tasks, { file: worker, workers: cores });
  };
}
