// What a neighbour's forces do: from routine to open conflict and back, by steps that each have an answer.
// Knows incidents, queries, blows and pauses; must not know what is said in public beside them, nor why the line is silent.
// Invariant: every state has a way down without a defeat: an answer, an explanation, a pause, or time.
// Source of the order of steps: accounts of lines between neighbouring armies: query, protest, warn, reply in kind, ask for a pause.

import { decision, type StateDescription, type Transitions } from "../kernel/chart.ts";
import { act, callOff, rung, tell } from "./chart-words.ts";

/** Told to talk: proposes it in the next call, unless the line is in question itself. */
const proposes: Transitions = { guard: { stateIn: "line.answering" }, actions: [tell("proposal-to-meet", "next-call")] };

/** The states of a neighbour's conduct; `line.answering` is a state of the region beside it. */
export const neighbourConduct: Readonly<Record<string, StateDescription>> = {
  "routine": {
    description: "The forces face each other, and nothing is asked.",
    tags: rung(1),
    on: {
      "massed.self": "querying", "approached.self": "querying", "dug-in.self": "querying", "menaced.self": "querying", "flown-at.self": "querying",
      "fired-near.self": "watchful", "fired-on.self": "under-fire", "struck.self": "taking-stock",
      "line.suspended": "watchful", "stated.threat": "watchful", "told.protest": "watchful", "firmness.resented": "watchful", "shock.felt": "watchful",
      "pressed.serious": "weighing", "pressed.grave": "weighing-a-reply", "order.advance": "readying", "order.reply": "weighing-a-reply",
      "order.talk": proposes, "told.proposal": "renewing",
      "told.pause-request": { actions: [tell("consent")] },
    },
  },
  "renewing": {
    description: "Both have said to each other that the understanding along the line of contact holds.",
    tags: rung(0),
    after: { "understanding-wears": "routine" },
    on: {
      "massed.self": "querying", "approached.self": "querying", "dug-in.self": "querying", "menaced.self": "querying", "flown-at.self": "querying",
      "fired-near.self": "routine", "fired-on.self": "querying", "struck.self": "taking-stock",
      "line.suspended": "watchful", "stated.threat": "watchful", "told.protest": "routine", "shock.felt": "routine",
      "pressed.serious": "weighing", "pressed.grave": "weighing-a-reply", "order.advance": "readying", "order.reply": "weighing-a-reply",
    },
  },
  "watchful": {
    description: "Something is out of order along the line of contact, and more is looked for.",
    tags: rung(2),
    after: { "watch-ends": "routine" },
    on: {
      "massed.self": "querying", "approached.self": "querying", "dug-in.self": "querying", "menaced.self": "warning", "flown-at.self": "querying",
      "fired-on.self": "under-fire", "struck.self": "taking-stock",
      "pressed.serious": "weighing", "pressed.grave": "weighing-a-reply", "order.advance": "readying", "order.reply": "weighing-a-reply",
      "order.talk": proposes, "told.proposal": "renewing",
      "told.pause-request": { actions: [tell("consent")] }, "order.hold": "routine",
    },
  },
  "querying": {
    description: "Asks over the line what it was, and whose.",
    tags: rung(2),
    entry: [tell("query")],
    after: { "answer-due": "protesting" },
    on: {
      "told.denial": "watchful", "told.claim": "protesting", "told.explanation": "watchful", "told.regret": "routine", "left.self": "watchful",
      "menaced.self": "warning", "fired-on.self": "under-fire", "struck.self": "taking-stock",
      "pressed.serious": "weighing", "pressed.grave": "weighing-a-reply", "told.pause-request": { target: "standing-down", actions: [tell("consent")] }, "order.hold": "watchful",
    },
  },
  "protesting": {
    description: "Says over the line that it will not have this.",
    tags: rung(3),
    entry: [tell("protest")],
    after: { "protest-stands": "watchful" },
    on: {
      "told.explanation": "watchful", "told.regret": "watchful", "left.self": "watchful",
      "approached.self": "warning", "menaced.self": "warning", "massed.self": "warning", "fired-on.self": "under-fire", "struck.self": "taking-stock",
      "pressed.serious": "weighing", "pressed.grave": "weighing-a-reply", "order.reply": "weighing-a-reply", "order.advance": "readying",
      "order.talk": proposes, "told.pause-request": { target: "standing-down", actions: [tell("consent")] }, "told.proposal": "watchful", "order.hold": "watchful",
    },
  },
  "warning": {
    description: "Says over the line what it will answer, and that it can.",
    tags: rung(4),
    entry: [tell("warning")],
    after: { "warning-stands": "watchful" },
    on: {
      "warning.undeliverable": "readying", "told.explanation": "watchful", "told.regret": "watchful", "left.self": "watchful",
      "menaced.self": "readying", "fired-on.self": "under-fire", "struck.self": "taking-stock",
      "pressed.grave": "weighing-a-reply", "order.reply": "weighing-a-reply", "order.advance": "readying",
      "order.talk": "offering-a-pause", "told.pause-request": { target: "standing-down", actions: [tell("consent")] }, "told.proposal": "watchful", "order.hold": "watchful",
    },
  },
  "under-fire": {
    description: "Fire came across: answer it on the spot, or hold and ask that it stop.",
    tags: rung(4),
    ...decision("return-fire", {
      "hold-fire": { target: "protesting", actions: [tell("demand-to-cease")] }, "return-fire": "returning-fire",
    }, { on: { "struck.self": "taking-stock", "order.hold": "protesting" } }),
  },
  "returning-fire": {
    description: "Fires back across the line of contact, from where it was fired on.",
    tags: rung(6),
    entry: [act("harass")],
    after: { "fire-dies-down": "watchful" },
    on: {
      "fired-on.self": { target: "under-fire", actions: [callOff] }, "struck.self": "taking-stock",
      "relay.heeded": { target: "watchful", actions: [callOff] }, "order.hold": { target: "watchful", actions: [callOff] },
      "told.pause-request": { target: "weighing-a-pause", actions: [callOff] }, "order.talk": "offering-a-pause",
      "pressed.serious": "weighing", "pressed.grave": "weighing-a-reply",
    },
  },
  "weighing": {
    description: "Pressed at home to do something: waits, warns, or shows its strength.",
    tags: rung(3),
    ...decision("show-of-strength", { "wait": "watchful", "warn": "warning", "show": "readying" }, {
      on: { "struck.self": "taking-stock", "pressed.grave": "weighing-a-reply", "order.hold": "watchful", "order.talk": "watchful" },
    }),
  },
  "readying": {
    description: "Brings forces forward, in sight of the other side.",
    tags: rung(5),
    entry: [act("mass")],
    after: { "readiness-held": "standing-down" },
    on: {
      "fired-on.self": "under-fire", "struck.self": "weighing-a-reply", "pressed.grave": "weighing-a-reply", "order.reply": "weighing-a-reply",
      "told.pause-request": { target: "weighing-a-pause", actions: [callOff] }, "relay.heeded": { target: "standing-down", actions: [callOff] },
      "order.hold": { target: "watchful", actions: [callOff] }, "order.withdraw": "standing-down", "order.talk": "offering-a-pause",
      "left.self": "standing-down", "told.proposal": "standing-down",
    },
  },
  "taking-stock": {
    description: "Was hit: counts, asks whose it was, and has decided nothing.",
    tags: rung(4),
    entry: [tell("query")],
    after: { "stock-taken": "weighing-a-reply" },
    on: {
      "told.claim": "weighing-a-reply", "told.explanation": "protesting", "told.regret": "protesting", "told.pause-request": "weighing-a-pause",
      "order.hold": "protesting", "order.reply": "weighing-a-reply",
    },
  },
  "weighing-a-reply": {
    description: "A reply is wanted: protest, warn, show its strength, or reply in kind.",
    tags: rung(5),
    ...decision("reply", { "protest": "protesting", "warn": "warning", "show": "readying", "reply": "replying" }, {
      on: { "told.regret": "protesting", "told.pause-request": "weighing-a-pause", "order.hold": "protesting", "order.talk": "offering-a-pause" },
    }),
  },
  "replying": {
    description: "A reply in kind is ordered; it takes hours, and can be taken back until then.",
    tags: rung(6),
    entry: [act("strike")],
    on: {
      "strike.done": "awaiting-their-answer", "struck.self": "replying-under-attack",
      "told.explanation": { target: "holding-ready", actions: [callOff] }, "told.regret": { target: "holding-ready", actions: [callOff] },
      "told.pause-request": { target: "weighing-a-pause", actions: [callOff] }, "relay.heeded": { target: "holding-ready", actions: [callOff] },
      "order.hold": { target: "holding-ready", actions: [callOff] }, "order.talk": { target: "offering-a-pause", actions: [callOff] },
    },
  },
  "replying-under-attack": {
    description: "Was hit while its own reply was on its way.",
    tags: rung(7),
    on: {
      "strike.done": "exchanging",
      "told.pause-request": { target: "weighing-a-pause", actions: [callOff] }, "relay.heeded": { target: "holding-ready", actions: [callOff] },
      "order.hold": { target: "holding-ready", actions: [callOff] }, "order.talk": { target: "offering-a-pause", actions: [callOff] },
    },
  },
  "awaiting-their-answer": {
    description: "Has replied, says over the line that it meant no more than that, and waits.",
    tags: rung(6),
    entry: [tell("explanation")],
    after: { "answer-awaited": "holding-ready" },
    on: {
      "struck.self": "weighing-another-round", "fired-on.self": "exchanging", "told.pause-request": "weighing-a-pause", "order.talk": "offering-a-pause",
      "mistake.learned": "holding-ready", "told.explanation": "holding-ready", "told.regret": "holding-ready", "left.self": "holding-ready",
      "pressed.grave": "exchanging",
    },
  },
  "weighing-another-round": {
    description: "Was hit again after its own blow: hold, offer a pause, answer in kind, or end all restraint.",
    tags: rung(7),
    ...decision("another-round", { "hold": "holding-ready", "offer-a-pause": "offering-a-pause", "answer": "answering-in-kind", "widen": "in-open-conflict" }, {
      on: { "told.regret": "holding-ready", "told.pause-request": "weighing-a-pause", "order.hold": "holding-ready", "order.talk": "offering-a-pause" },
    }),
  },
  "answering-in-kind": {
    description: "Another blow is ordered, no heavier than the last.",
    tags: rung(7),
    entry: [act("strike")],
    on: {
      "strike.done": "exchanging",
      "told.pause-request": { target: "weighing-a-pause", actions: [callOff] }, "relay.heeded": { target: "holding-ready", actions: [callOff] },
      "order.hold": { target: "holding-ready", actions: [callOff] }, "order.talk": { target: "offering-a-pause", actions: [callOff] },
    },
  },
  "exchanging": {
    description: "Blow has followed blow; asks over the line that it stop, and each hour may bring the next.",
    tags: rung(7),
    entry: [tell("demand-to-cease")],
    after: { "exchange-ebbs": "weighing-the-end" },
    on: {
      "struck.self": "weighing-another-round", "told.pause-request": "weighing-a-pause", "relay.heeded": "holding-ready",
      "order.hold": "holding-ready", "order.talk": "offering-a-pause", "left.self": "holding-ready", "pressed.grave": "weighing-another-round",
    },
  },
  "weighing-the-end": {
    description: "Both have had their blow: ask for a pause over the line, wait on alert, or go on.",
    tags: rung(7),
    ...decision("end-it", { "offer-a-pause": "offering-a-pause", "wait": "holding-ready", "go-on": "answering-in-kind" }, {
      on: { "struck.self": "weighing-another-round", "told.pause-request": "weighing-a-pause", "order.talk": "offering-a-pause", "order.hold": "holding-ready" },
    }),
  },
  "in-open-conflict": {
    description: "Restraint has ended; blows no longer answer single blows.",
    tags: rung(8),
    entry: [act("strike")],
    after: { "exhaustion": "exchanging" },
    on: {
      "told.pause-request": { target: "weighing-a-pause", actions: [callOff] }, "relay.heeded": { target: "exchanging", actions: [callOff] },
      "order.hold": { target: "holding-ready", actions: [callOff] }, "order.talk": { target: "offering-a-pause", actions: [callOff] },
    },
  },
  "offering-a-pause": {
    description: "Rings to ask for a pause; its own forces hold while the answer is out.",
    tags: rung(5),
    entry: [tell("request-for-a-pause")],
    after: { "pause-answer-due": "holding-ready" },
    on: {
      "told.consent": "standing-down", "told.pause-request": { target: "standing-down", actions: [tell("consent")] },
      "told.refusal": "holding-ready", "struck.self": "weighing-another-round", "left.self": "standing-down",
    },
  },
  "weighing-a-pause": {
    description: "Was asked for a pause: agree, or refuse.",
    tags: rung(5),
    ...decision("take-pause", {
      "agree": { target: "standing-down", actions: [tell("consent")] },
      "refuse": { target: "holding-ready", actions: [tell("refusal")] },
    }, { on: { "struck.self": "weighing-another-round", "order.hold": "standing-down", "order.talk": { target: "standing-down", actions: [tell("consent")] } } }),
  },
  "holding-ready": {
    description: "On alert: does nothing first, and answers if hit.",
    tags: rung(5),
    after: { "alert-ends": "standing-down" },
    on: {
      "struck.self": "weighing-another-round", "fired-on.self": "under-fire", "pressed.grave": "weighing-a-reply", "order.reply": "weighing-a-reply",
      "told.pause-request": "weighing-a-pause", "order.talk": "offering-a-pause", "order.hold": "standing-down", "order.withdraw": "standing-down",
      "left.self": "standing-down", "told.consent": "standing-down", "told.regret": "standing-down", "restraint.trusted": "standing-down",
    },
  },
  "standing-down": {
    description: "Holds its fire and goes back by steps, as agreed or by its own choice.",
    tags: rung(3),
    entry: [act("withdraw")],
    after: {
      "pause-holds": [
        { guard: { stateIn: "line.answering" }, target: "watchful", actions: [tell("proposal-to-meet", "next-call")] },
        { target: "watchful" },
      ],
    },
    on: {
      "fired-on.self": "weighing-a-breach", "struck.self": "weighing-a-breach", "fired-near.self": { actions: [tell("query")] },
      "told.pause-request": { actions: [tell("consent")] },
      "order.talk": proposes, "pressed.grave": "weighing",
    },
  },
  "weighing-a-breach": {
    description: "Fire in spite of the pause: ask about it before answering, or answer.",
    tags: rung(5),
    ...decision("answer-breach", {
      "ask": { target: "standing-down", actions: [tell("query")] },
      "protest": { target: "standing-down", actions: [tell("protest")] },
      "answer": "answering-in-kind",
    }, { on: { "told.regret": "standing-down", "told.explanation": "standing-down", "order.hold": "standing-down" } }),
  },
};
