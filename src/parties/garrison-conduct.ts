// How a garrison deals with those who may come too close: from watching to force and back.
// Knows its own steps; must not know who comes, how many, or when.
// Invariant: force follows only from a perceived hostile act or intent (`menaced`, `fired-on`, `struck`), through a decision.
// Source of the order of steps: public accounts of rules of self-defence: query, request, warn, show, use, explain.

import { decision, type ChartDescription, type Reactions, type Transitions } from "../kernel/chart.ts";
import { allBut } from "./percepts.ts";
import { act, callOff, rung, state, tell } from "./chart-words.ts";
import { garrisonBeside } from "./garrison-beside.ts";

// Who has been asked in vain, or has been struck, is not asked again first.
const afterAnAnswer: Transitions = [
  { guard: { stateIn: "dealings.let-down" }, target: "warning" }, { guard: { stateIn: "dealings.hardened" }, target: "warning" }, { target: "asking-to-leave" },
];

// They stop, leave or will leave: what was ordered against them is taken back.
const turnedBack: Reactions = {
  "halted.self": { target: "seeing-them-stand", actions: [callOff] },
  "left.self": { target: "watching", actions: [callOff] }, "relay.complied": { target: "awaiting-departure", actions: [callOff] },
};

// Who has been warned before, or hit, is warned again as aircraft are sent.
const warnAndShow: Transitions = { target: "demonstrating", actions: [tell("warning")] };

// While a force that was told what an approach will be taken for is outside.
const afterForewarning: Reactions = {
  "approached.self": "asking-to-leave", "dug-in.self": { actions: [tell("request-to-leave", "next-call")] }, "fired-near.self": "querying-fire", "menaced.self": warnAndShow,
  "fired-on.self": "weighing-fire", "struck.self": "deciding-again", "left.self": "watching", "relay.complied": "watching",
};

// While they have been warned, are thought to stay where they are, and are left there.
const whileTheyStay: Reactions = {
  "fired-on.self": "weighing-fire", "struck.self": "deciding-again", "left.self": "watching",
  "approached.self": "demonstrating", "fired-near.self": "querying-fire", "massed.self": "forewarning", "relay.complied": "awaiting-departure",
};

const itEnds: Transitions = { target: "alert", actions: [state("assurance")] };

// While they have been warned and nothing is shown yet.
const afterTheWarning: Reactions = {
  "menaced.self": "facing-down", "fired-on.self": "weighing-fire", "struck.self": "deciding-again", "left.self": "watching",
  "halted.self": "seeing-them-stand", "relay.complied": "awaiting-departure", "passed-by.self": "watching",
};

/** A garrison's stance toward an adversary. */
export const garrisonConduct: ChartDescription = {
  id: "garrison-adversary",
  description: "How a garrison stands toward those who may come too close.",
  type: "parallel",
  ignores: allBut(
    "noticed.self", "massed.self", "approached.self", "menaced.self", "dug-in.self", "flown-at.self", "fired-near.self", "fired-on.self", "struck.self", "left.self",
    "halted.self", "passed-by.self", "mistake.learned", "strike.done", "relay.complied", "relay.ignored", "relay.declined", "told.denial", "told.claim",
    "told.no-influence", "told.consent-request", "told.pause-request", "stated.threat", "consent.delivered",
  ),
  states: {
    conduct: {
      initial: "watching",
      states: {
        "watching": {
          description: "Movement outside is noted; nothing is asked.",
          tags: rung(1),
          on: {
            "noticed.self": { actions: [tell("query", "next-call")] },
            "massed.self": "forewarning", "dug-in.self": "querying", "approached.self": "querying", "fired-near.self": "querying",
            "menaced.self": "querying-an-approach", "fired-on.self": "weighing-fire", "struck.self": "deciding-again", "stated.threat": "alert",
          },
        },
        "alert": {
          description: "After force or a threat: is quicker to take things for a threat.",
          tags: rung(3),
          after: { "loses-interest": "watching" },
          on: {
            "noticed.self": { actions: [tell("query", "next-call")] },
            "massed.self": "forewarning", "approached.self": "warning", "dug-in.self": "warning", "fired-near.self": "querying-fire",
            "menaced.self": warnAndShow, "fired-on.self": "weighing-fire", "struck.self": "deciding-again",
            "mistake.learned": { actions: [tell("regret"), state("regret")] },
          },
        },
        "forewarning": {
          description: "A force gathers outside: it is told that an approach will be read as hostile intent.",
          tags: rung(4),
          entry: [tell("warning", "next-call"), act("leaflet")],
          after: { "warns-again": "forewarning-daily" },
          on: afterForewarning,
        },
        "forewarning-daily": {
          description: "They are thought to be there still, and the warning is repeated in the daily call.",
          tags: rung(4),
          entry: [tell("warning", "next-call")],
          after: { "warns-again": "standing-by-a-warning" },
          on: afterForewarning,
        },
        "standing-by-a-warning": {
          description: "The warning has been said, and stands; it is said again if more of them come.",
          tags: rung(4),
          after: { "warning-fades": "watching" },
          on: { "massed.self": "forewarning-daily", ...afterForewarning },
        },
        "querying": {
          description: "Asks over the line who answers for it.",
          tags: rung(2),
          entry: [tell("query")],
          after: { "answer-due": "asking-to-leave" },
          on: {
            "told.denial": afterAnAnswer, "told.no-influence": afterAnAnswer, "told.claim": "asking-to-leave",
            "approached.self": "asking-to-leave", "menaced.self": "facing-down", "fired-on.self": "weighing-fire", "struck.self": "deciding-again", "left.self": "watching", "halted.self": "seeing-them-stand",
            "passed-by.self": "watching",
          },
        },
        "querying-fire": {
          description: "Fire fell close by: asks over the line whose it was, and what was warned of stands.",
          tags: rung(4),
          entry: [tell("query")],
          after: { "answer-due": "asking-to-leave" },
          on: {
            "told.denial": "asking-to-leave", "told.no-influence": "asking-to-leave", "told.claim": "asking-to-leave",
            "approached.self": "warning", "menaced.self": "facing-down", "fired-on.self": "weighing-fire", "struck.self": "deciding-again", "left.self": "watching",
            "passed-by.self": "watching",
          },
        },
        "querying-an-approach": {
          description: "Takes the approach for a threat, and asks all the same whose they are.",
          tags: rung(3),
          entry: [tell("query")],
          after: { "answer-due": "asking-under-threat" },
          on: {
            "told.denial": "asking-under-threat", "told.no-influence": "asking-under-threat", "told.claim": "asking-under-threat",
            "menaced.self": "facing-down", "fired-on.self": "deciding", "struck.self": "deciding-again", "left.self": "watching", "halted.self": "seeing-them-stand",
          },
        },
        "asking-under-threat": {
          description: "Asks them to leave while it takes them for a threat.",
          tags: rung(4),
          entry: [tell("request-to-leave")],
          after: { "leave-due": "facing-down" },
          on: {
            "relay.complied": "awaiting-departure", "relay.ignored": "facing-down", "relay.declined": "facing-down",
            "menaced.self": "facing-down", "fired-on.self": "deciding", "struck.self": "deciding-again", "left.self": "watching", "halted.self": "seeing-them-stand",
          },
        },
        "asking-to-leave": {
          description: "The request to leave goes through the other end of the line.",
          tags: rung(3),
          entry: [tell("request-to-leave")],
          after: { "leave-due": "warning" },
          on: {
            "relay.complied": "awaiting-departure", "relay.ignored": "warning", "relay.declined": "warning",
            "menaced.self": "facing-down", "fired-on.self": "weighing-fire", "struck.self": "deciding-again",
            "left.self": "watching", "halted.self": "seeing-them-stand", "passed-by.self": "watching",
          },
        },
        "awaiting-departure": {
          description: "Word came that they will leave; waits to see it.",
          tags: rung(2),
          after: { "departure-due": "watching" },
          on: {
            "approached.self": "warning", "dug-in.self": "warning", "menaced.self": "facing-down", "fired-on.self": "weighing-fire", "struck.self": "deciding-again",
            "left.self": "watching",
          },
        },
        "warning": {
          description: "Approach will be read as hostile intent, and they are told so.",
          tags: rung(4),
          entry: [tell("warning")],
          after: { "warning-stands": "weighing-a-show" },
          on: afterTheWarning,
        },
        "weighing-a-show": {
          description: "They have been warned and are still there; a show of force, one more request, or patience.",
          tags: rung(4),
          ...decision("after-a-warning", { "show-force": "demonstrating", "ask-higher-up": "asking-higher-up", "be-patient": "staying-patient" }, { on: afterTheWarning }),
        },
        "asking-higher-up": {
          description: "Asks once more, at a higher level, before anything is shown.",
          tags: rung(4),
          entry: [tell("request-to-leave", "now", "up")],
          after: { "leave-due": "demonstrating" },
          on: {
            "relay.complied": "awaiting-departure", "relay.ignored": "demonstrating", "relay.declined": "demonstrating", "approached.self": "demonstrating",
            "menaced.self": "facing-down", "fired-on.self": "weighing-fire", "struck.self": "deciding-again", "left.self": "watching", "halted.self": "seeing-them-stand",
            "passed-by.self": "watching",
          },
        },
        "demonstrating": {
          description: "Presence overhead, so that nobody can mistake the warning.",
          tags: rung(5),
          entry: [act("show-force")],
          after: { "show-unheeded": "weighing-shots" },
          on: {
            "menaced.self": "last-shots", "fired-on.self": "deciding", "struck.self": "deciding-again", "approached.self": "warning-off",
            ...turnedBack,
          },
        },
        "weighing-shots": {
          description: "Nobody turned for the aircraft; shots ahead of them, or leaving it at that.",
          tags: rung(5),
          ...decision("after-a-show", { "fire-ahead-of-them": "warning-off", "leave-it-at-that": "containing" }, {
            on: {
              "menaced.self": "last-shots", "fired-on.self": "deciding", "struck.self": "deciding-again", "approached.self": "warning-off", "halted.self": "seeing-them-stand",
              "left.self": "watching", "relay.complied": "awaiting-departure",
            },
          }),
        },
        "warning-off": {
          description: "Fires ahead of them, where aircraft were not enough.",
          tags: rung(5),
          entry: [act("warning-shots")],
          after: { "shots-unheeded": "containing" },
          on: {
            "menaced.self": "deciding", "fired-on.self": "deciding", "struck.self": "deciding-again",
            ...turnedBack,
          },
        },
        "last-shots": {
          description: "Takes them to come on under the aircraft; fires ahead of them before force is considered.",
          tags: rung(5),
          entry: [act("warning-shots")],
          after: { "last-chance": "deciding" },
          on: {
            "fired-on.self": "deciding", "struck.self": "deciding-again",
            ...turnedBack,
          },
        },
        "facing-down": {
          description: "Takes them to be coming on: aircraft over them, and shots ahead of them next.",
          tags: rung(5),
          entry: [tell("warning"), act("show-force")],
          after: { "aircraft-over": "last-shots" },
          on: {
            "menaced.self": "last-shots",
            "fired-on.self": "deciding", "struck.self": "deciding-again",
            ...turnedBack,
          },
        },
        "staying-patient": {
          description: "Leaves it at the warning, which is said once more, and watches.",
          tags: rung(4),
          entry: [tell("warning", "next-call")],
          after: { "loses-interest": "watching" },
          on: { "menaced.self": "facing-down", ...whileTheyStay },
        },
        "containing": {
          description: "They are thought to stay where they are; they are warned once more, and watched.",
          tags: rung(4),
          entry: [tell("warning", "next-call")],
          after: { "loses-interest": "watching" },
          on: { "menaced.self": "deciding", ...whileTheyStay },
        },
        "seeing-them-stand": {
          description: "They have stopped; whether they turn round or come on is waited for.",
          tags: rung(4),
          after: { "stand-seen": "containing" },
          on: {
            "approached.self": "demonstrating", "menaced.self": "deciding", "fired-near.self": "querying-fire", "fired-on.self": "weighing-fire", "struck.self": "deciding-again",
            "left.self": "watching", "relay.complied": "awaiting-departure",
          },
        },
        "weighing-fire": {
          description: "Came under fire from out of sight; who fired is believed, and not known.",
          tags: rung(5),
          ...decision("unowned-fire", {
            "ask": "asking-who-fired", "hold": { target: "containing", actions: [act("stand-down")] }, "strike": "defending",
          }, { on: { "menaced.self": "facing-down", "struck.self": "deciding-again", "left.self": "watching" } }),
        },
        "asking-who-fired": {
          description: "Asks who fired before anything else is done about it.",
          tags: rung(4),
          entry: [tell("query")],
          after: { "answer-due": "alert" },
          on: {
            "told.denial": "alert", "told.no-influence": "alert", "told.claim": "asking-to-leave",
            "menaced.self": "facing-down", "fired-on.self": "deciding", "struck.self": "deciding-again", "left.self": "watching",
          },
        },
        "deciding": {
          description: "A hostile act or intent is perceived: force, another warning, or neither.",
          tags: rung(5),
          ...decision("use-of-force", {
            "strike": "defending", "warn-again": "facing-down", "hold": { target: "containing", actions: [act("stand-down")] },
          }, { on: { "left.self": "watching", "halted.self": "seeing-them-stand", "relay.complied": "awaiting-departure" } }),
        },
        "defending": {
          description: "Force is ordered against what is taken for a threat.",
          tags: rung(6),
          entry: [act("strike")],
          exit: [callOff],
          on: {
            "strike.done": "assessing", "left.self": "watching", "halted.self": "staying-the-strike", "relay.complied": "awaiting-departure", "struck.self": "answering-fire",
          },
        },
        "staying-the-strike": {
          description: "They have stopped; the strike is held until it is decided anew.",
          tags: rung(5),
          ...decision("stay-the-strike", { "stay-it": "seeing-them-stand", "go-on": "defending" }, {
            on: { "left.self": "watching", "relay.complied": "awaiting-departure", "menaced.self": "defending", "fired-on.self": "defending", "struck.self": "answering-fire" },
          }),
        },
        "assessing": {
          description: "Explains what was done, counts the cost, waits for the other side.",
          tags: rung(5),
          entry: [tell("explanation"), state("self-defence")],
          after: { "assessment": { target: "alert", actions: [state("assurance")] } },
          on: {
            "menaced.self": "deciding", "fired-on.self": "deciding-again", "struck.self": "deciding-again",
            "mistake.learned": { actions: [tell("regret"), state("regret")] }, "told.pause-request": "watching",
          },
        },
        "deciding-again": {
          description: "Came under attack: answers it, or lets it pass.",
          tags: rung(6),
          ...decision("answer-attack", { "answer": "answering-fire", "hold": { target: "alert", actions: [act("stand-down")] } }),
        },
        "answering-fire": {
          description: "Force against those who attacked it.",
          tags: rung(7),
          entry: [act("strike")],
          exit: [callOff],
          on: { "strike.done": { target: "exchanging", actions: [state("self-defence")] }, "told.pause-request": "alert" },
        },
        "exchanging": {
          description: "Fire has been exchanged; the next hours decide whether it ends.",
          tags: rung(7),
          entry: [tell("request-for-a-pause")],
          after: { "exchange-ebbs": itEnds },
          on: { "fired-on.self": "considering-all", "struck.self": "considering-all", "told.pause-request": itEnds, "relay.complied": itEnds, "left.self": itEnds },
        },
        "considering-all": {
          description: "The exchange goes on: open action, or one more attempt to end it.",
          tags: rung(7),
          ...decision("open-action", { "open": "open", "attempt": "exchanging" }),
        },
        "open": {
          description: "Restraint has ended; force is no longer tied to single acts.",
          tags: rung(8),
          entry: [act("strike"), state("announcement")],
          after: { "exhaustion": "exchanging" },
          on: { "told.pause-request": "exchanging", "left.self": "exchanging" },
        },
      },
    },
    ...garrisonBeside,
  },
};
