import { describe, expect, test } from "vitest";
import type { Kind } from "../../../src/commands/workers/kind.ts";
import { answersInOrder, type Crew } from "../../../src/commands/workers/pool.ts";
import { adding, dying, endless, failing, handing } from "./kinds.ts";

const file = new URL("./worker.ts", import.meta.url);
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const crewOf = (workers: number): Crew => ({ file, workers });

async function collected<S, T, A>(kind: Kind<S, T, A>, shared: S, tasks: Iterable<T>, crew: Crew): Promise<readonly A[]> {
  const answers: A[] = [];
  for await (const answer of answersInOrder(kind, shared, tasks, crew)) answers.push(answer);
  return answers;
}

describe("answers", () => {
  test.each([1, 2, 3])("come in the order of the tasks, whoever is faster: %i workers", async (workers) => {
    const answers = await collected(adding, 100, upTo(40), crewOf(workers));
    expect(answers.map(({ sum }) => sum)).toEqual(upTo(40).map((task) => 100 + task));
  });

  test("what tasks share is begun once a worker", async () => {
    const answers = await collected(adding, 0, upTo(9), crewOf(1));
    expect(answers.map(({ begun }) => begun)).toEqual(upTo(9));
  });

  test("hand over what need not be copied", async () => {
    const answers = await collected(handing, undefined, [3, 5, 7], crewOf(1));
    expect(answers.map(({ bytes, gone }) => [[...bytes], gone])).toEqual([[[3, 4], false], [[5, 6], true], [[7, 8], true]]);
  });

  test("to no tasks are none", async () => expect(await collected(adding, 1, [], crewOf(2))).toEqual([]));
});

test("tasks are made as they are wanted, and not far ahead of a slow reader", async () => {
  let made = 0;
  function* tasks(): Generator<number> { while (true) yield made++; }
  let read = 0;
  let furthest = 0;
  for await (const _ of answersInOrder(adding, 0, tasks(), crewOf(2))) {
    furthest = Math.max(furthest, made - ++read);
    if (read === 50) break;
  }
  expect(furthest).toBeLessThanOrEqual(8);
});

describe("a task that throws", () => {
  test("is thrown where the answers are read, after those before it", async () => {
    const read: number[] = [];
    const reading = (async () => { for await (const answer of answersInOrder(failing, 4, upTo(10), crewOf(2))) read.push(answer); })();
    await expect(reading).rejects.toThrow("cannot do 4");
    expect(read).toEqual([0, 1, 2, 3]);
  });

  test("and a worker that dies is no silence", async () => {
    await expect(collected(dying, 4, upTo(10), crewOf(2))).rejects.toThrow("a worker ended with code 3");
  });

  test("so does a kind that no worker knows", async () => {
    await expect(collected({ ...adding, name: "unknown" }, 1, upTo(3), crewOf(1))).rejects.toThrow("no worker does \"unknown\"");
  });
});

test("a crew that has done enough finishes what it has begun, and begins no more", async () => {
  const controller = new AbortController();
  let begun = 0;
  function* tasks(): Generator<number> { while (true) yield begun++; }
  const answers: number[] = [];
  let begunThen: number | undefined;
  for await (const { sum } of answersInOrder(adding, 0, tasks(), { ...crewOf(2), enough: controller.signal })) {
    answers.push(sum);
    if (answers.length < 5 || begunThen !== undefined) continue;
    begunThen = begun;
    controller.abort();
  }
  expect(begunThen).toBeGreaterThan(5);
  expect(answers).toEqual(upTo(begunThen!));
  expect(await collected(adding, 0, upTo(3), { ...crewOf(1), enough: AbortSignal.abort() })).toEqual([]);
});

test("a crew that is called off ends at once, in the middle of a task too", async () => {
  const controller = new AbortController();
  const reading = collected(endless, undefined, upTo(3), { ...crewOf(2), signal: controller.signal });
  controller.abort();
  expect(await reading).toEqual([]);
});
