// The fingerprint of a scenario: what decides a run, in one canonical text.
// Knows which parts are words for people; must not know how a run uses the rest.
// Invariant: equal hashes mean the same questions with the same weights at the same times; a changed title or reason
// changes no hash, a changed number, name or offset does.

import { fingerprint } from "../kernel/random.ts";
import type { Scenario } from "./scenario.ts";

/** 16 hex digits over everything that decides a run. */
export function hashOf(scenario: Omit<Scenario, "hash">): string {
  const { file: _file, title: _title, summary: _summary, teaching: _teaching, expect: _expect, course, answers, assumptions, timeline, ...rest } = scenario;
  return fingerprint(canonical({
    ...rest,
    ...(course === "seeded" ? {} : { course }),
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
    assumptions: assumptions.map(({ key, value }) => ({ key, value })),
    timeline: timeline.map(({ text: _text, source: _source, standing: _standing, objective: _objective, expected: _expected, controller: _controller, note: _note, ...item }) => item),
  }));
}

/** A plain value as text, keys sorted, so that the order in which an author wrote them says nothing. */
export function canonical(value: unknown): string {
  if (value === undefined) return "null";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
}
