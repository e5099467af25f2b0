// Who takes part in a scenario, in a line each: what the scenario says of how each stands toward the others, and what doctrine it goes by.

import type { Party, Scenario } from "../scenario/scenario.ts";
import { withArticle } from "./fill.ts";
import { capital, joined, partyName } from "./words.ts";

/** One line for each party that the crisis is about or that is tied to one of these, and one for the others together. */
export function whoIsWho(scenario: Scenario): readonly string[] {
  const parties = Object.values(scenario.parties);
  const crisis = new Set(scenario.crisis.flat());
  const isTied = ({ id, stances }: Party): boolean => crisis.has(id) || Object.keys(stances).some((other) => crisis.has(other)) || parties.some((other) => crisis.has(other.id) && Object.hasOwn(other.stances, id));
  const others = parties.filter((party) => !isTied(party)).map(({ id }) => withArticle(scenario, id));
  return [...parties.filter(isTied).flatMap((party) => lineOf(scenario, party)), ...(others.length === 0 ? [] : [`Elsewhere: ${joined(others)}.`])];
}

function lineOf(scenario: Scenario, party: Party): readonly string[] {
  const parties = Object.values(scenario.parties);
  const toward = (relation: Party["stances"][string]): readonly string[] => Object.keys(party.stances).filter((other) => party.stances[other] === relation);
  const backers = [...new Set([...toward("patron"), ...parties.filter(({ stances }) => stances[party.id] === "client").map(({ id }) => id)])];
  const lines = Object.values(scenario.channels).filter(({ between }) => between.includes(party.id)).map(({ name, between }) => `linked to ${withArticle(scenario, between.find((end) => end !== party.id))} by ${withArticleOfLine(name)}`);
  const ties = [
    ...sentence(scenario, "against", toward("adversary")), ...lines, ...sentence(scenario, "patron of", toward("client")),
    ...sentence(scenario, "partner of", toward("partner")), ...sentence(scenario, "backed by", backers),
  ];
  return ties.length === 0 ? [] : [`${capital(withArticle(scenario, party.id))}${kindOf(scenario, party)}: ${ties.join("; ")}.`];
}

function sentence(scenario: Scenario, tie: string, parties: readonly string[]): readonly string[] {
  return parties.length === 0 ? [] : [`${tie} ${joined(parties.map((party) => withArticle(scenario, party)))}`];
}

// What it behaves like, where neither its name nor its ties say so.
function kindOf(scenario: Scenario, { id, doctrine }: Party): string {
  return doctrine === undefined || doctrine === "patron" || partyName(scenario, id).toLowerCase().includes(doctrine.replace(/ia$/, "")) ? "" : ` (${doctrine.replaceAll("-", " ")})`;
}

function withArticleOfLine(name: string): string {
  return /^the /i.test(name) ? name : `the ${name}`;
}
