// Who does the search for paths: this thread, and from the second level on all cores.

import { compileModel, type Model } from "../simulation/model.ts";
import { pathSearch, searchPaths } from "../study/path-search.ts";
import { bearingOn, type Perform } from "../study/paths.ts";
import type { Target } from "../study/target.ts";
import type { Io } from "./io.ts";
import { progressOf } from "./study/progress.ts";
import { answersInOrder, type Crew } from "./workers/pool.ts";

/** Does the first level here, where it is done before a worker would be up, and the others with a crew. */
export function performer(model: Model, target: Target, crew: Crew, io: Io): Perform {
  const scenario = bearingOn(model.scenario, target);
  const { search } = searchPaths(compileModel(scenario), target);
  return async function* (tasks) {
    const surprises = tasks[0]?.surprises ?? 0;
    if (crew.workers === 1 || surprises === 1) {
      for (const task of tasks) yield search(task);
      return;
    }
    const progress = progressOf(io, tasks.length, `stretches, ${surprises} surprises`);
    let done = 0;
    try {
      for await (const answer of answersInOrder(pathSearch, { scenario, target }, tasks, crew)) {
        yield answer;
        await progress.at(++done);
      }
    } finally {
      await progress.clear();
    }
  };
}
