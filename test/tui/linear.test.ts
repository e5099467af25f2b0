// The program line by line, for screen readers and pipes.
import { describe, expect, test } from "vitest";
import { Session } from "../../src/session/session.ts";
import { Desk } from "../../src/tui/desk.ts";
import { talk } from "../../src/tui/linear.ts";
import { loaderOf, shipped } from "./overlays-sitting.ts";

/** What is said when these lines are typed. */
async function saidTo(...lines: readonly string[]): Promise<string> {
  const model = shipped("first-strike");
  let said = "";
  await talk(new Desk(new Session(model, model.scenario.seed, loaderOf("first-strike"))), {
    async *lines() { yield* lines; },
    say: async (text) => { said += text; },
  });
  return said;
}

describe("the linear program", () => {
  test("speaks each line of the story with its time and its tag", async () => {
    expect(await saidTo("", "", "quit")).toMatch(/^SIMULATED\. .*\n\d\d:\d\d PUSH: .*\n/s);
  });

  test("says before a decision what is known and where each option leads, and takes it by its number", async () => {
    const said = await saidTo("seat militia", "go", "1 the road is wanted / Let us pass.", "quit");
    expect(said).toMatch(/A decision waits\. The militias about the coalition: take up\..*What it knows, and how:\n {2}18 May .*\(was pressed\)\n.*\n1 drive in, up to 5 show of force: /s);
    expect(said.split("A decision waits")[1]).toMatch(/DECIDE: The militias: drive in\..* Reason given: the road is wanted\. Worded: Let us pass\.\n/);
  });

  test("says how high each pair stands before anything has happened", async () => {
    expect(await saidTo("where", "quit")).toContain("the coalition and the militias: 1 routine.");
  });

  test("stands while the exercise is held, and says so", async () => {
    const held = await saidTo("", "startex", "hold", "", "go", "resume", "quit");
    expect(held).toContain("STARTEX: the exercise begins");
    expect(held.split("HOLD: the clock of the exercise stands until").length - 1).toBe(3);
    expect(held).toContain("HOLD is lifted");
  });

  test("says what is no word here, and which seats there are not", async () => {
    const said = await saidTo("jump", "seat nobody", "quit");
    expect(said).toContain("\"jump\" is no word here");
    expect(said).toContain("There is no seat \"nobody\"");
  });
});
