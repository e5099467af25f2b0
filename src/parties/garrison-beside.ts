// What goes on in a garrison beside its conduct toward an adversary: guarding the air, what talking has come to, consent.
// Knows these three; must not know which step of its conduct they bear on.
// Invariant: none of them orders force; what is shot down is what attacks from the air.
// Consent after the record of 6 June 2017: given for an area and some hours; then everyone is asked to keep out.

import { decision, type StateDescription, type Reactions, type Transitions } from "../kernel/chart.ts";
import { act, rung, tell, tellOthers } from "./chart-words.ts";

// Whoever comes too close, or stays, has no leave to be there any more.
const revocation: Transitions = { target: "none", actions: [tell("revocation")] };
const revoked: Reactions = { "menaced.self": revocation, "dug-in.self": revocation };

/** The regions beside a garrison's conduct. */
export const garrisonBeside: Readonly<Record<string, StateDescription>> = {
  air: {
    initial: "guarding",
    states: {
      "guarding": {
        description: "Shoots down what attacks it from the air, whoever sent it.",
        on: { "flown-at.self": { actions: [act("shoot-down"), tell("query")] } },
      },
    },
  },
  dealings: {
    initial: "asking-first",
    states: {
      "asking-first": {
        description: "Nothing has come of talking yet, and nothing speaks against it.",
        on: { "relay.ignored": "let-down", "relay.declined": "let-down", "strike.done": "hardened" },
      },
      "let-down": {
        description: "What was asked of them was not done; asking again is thought to be of little use.",
        after: { "dealings-mend": "asking-first" },
        on: { "relay.complied": "asking-first", "strike.done": "hardened" },
      },
      "hardened": {
        description: "Force has been used on them; they are warned before they are asked.",
        after: { "dealings-mend": "let-down" },
        on: { "relay.complied": "asking-first" },
      },
    },
  },
  consent: {
    initial: "none",
    states: {
      "none": {
        description: "Nobody has asked to operate in the zone.",
        // Whoever is being asked to leave, or warned, is not given leave to come.
        on: {
          "told.consent-request": [
            { guard: { stateIn: "conduct.watching" }, target: "asked" }, { guard: { stateIn: "conduct.alert" }, target: "asked" }, { actions: [tell("refusal")] },
          ],
        },
      },
      "asked": {
        description: "A request to operate in the zone is on the table.",
        ...decision("consent", {
          "grant": { target: "granted", actions: [tell("consent")] },
          "refuse": { target: "none", actions: [tell("refusal")] },
        }),
      },
      "granted": {
        description: "Consent is given and on its way; its hours run from when it is read back.",
        after: { "consent-forgotten": "none" },
        on: {
          "consent.delivered": { target: "given", actions: [tellOthers("request-to-leave")] },
          ...revoked,
        },
      },
      "given": {
        description: "Consent holds for an area and some hours; others who are there are asked to leave it.",
        after: { "consent-hours": "window-over" },
        on: revoked,
      },
      "window-over": {
        description: "The hours are over; everyone is asked to keep out.",
        tags: rung(2),
        entry: [tell("end-of-consent")],
        after: { "leave-due": "expired" },
        on: { "told.consent-request": "asked" },
      },
      "expired": {
        description: "Consent was given once, and its hours are over.",
        after: { "consent-forgotten": "none" },
        on: { "told.consent-request": "asked" },
      },
    },
  },
};
