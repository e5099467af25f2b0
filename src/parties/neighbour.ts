// A neighbour across a shared line of contact: an army or government that lives with the other, and has a line straight to it.
// Knows what it says in public and over the line beside what its forces do, and when it leaves the line unanswered; must not
// know which side of the contact it is, nor what the other intends.
// Invariant: what it says and what it does are regions of their own; an error of its own can be admitted at every moment.
// Source: a missile accident admitted late and not over the line; lines left silent for months and taken up again.

import { decision, type ChartDescription, type Transitions } from "../kernel/chart.ts";
import { allBut } from "./percepts.ts";
import { resumeLine, rung, state, suspendLine, tell } from "./chart-words.ts";
import type { Doctrine } from "./doctrine.ts";
import { neighbourConduct } from "./neighbour-conduct.ts";

/** Whose it was needs no inquiry while the blows are its own. */
const answersAQuery: Transitions = [
  { guard: { stateIn: "conduct.awaiting-their-answer" }, actions: [tell("claim")] },
  { guard: { stateIn: "conduct.exchanging" }, actions: [tell("claim")] },
  { target: "asked" },
];

const voice: ChartDescription["states"] = {
  "measured": {
    description: "Says in public no more than its forces do.",
    on: {
      "told.query": answersAQuery,
      "struck.self": "finding-words", "stated.blame": "finding-words", "stated.threat": "finding-words", "line.suspended": "finding-words",
      "strike.done": { target: "spoken", actions: [state("self-defence")] }, "mistake.learned": "knowing-a-mistake",
      "told.consent": { target: "calming", actions: [state("pause")] },
      "left.self": { guard: { stateIn: "conduct.standing-down" }, target: "calming", actions: [state("restraint")] },
    },
  },
  "finding-words": {
    description: "Something has to be said in public: blame, a promise of an answer, a call for calm, or little.",
    ...decision("public-word", {
      "blame": { target: "spoken", actions: [state("condemnation")] },
      "promise-an-answer": { target: "promising", actions: [state("threat")] },
      "call-for-calm": { target: "spoken", actions: [state("appeal")] },
      "say-little": "measured",
    }, { on: { "mistake.learned": "knowing-a-mistake" } }),
  },
  "promising": {
    description: "Has promised an answer in public, whatever its forces are told.",
    tags: rung(4),
    after: { "words-fade": "measured" },
    on: {
      "strike.done": { target: "spoken", actions: [state("self-defence")] }, "told.query": "asked", "mistake.learned": "knowing-a-mistake",
      "told.consent": { target: "calming", actions: [state("pause")] }, "told.pause-request": "spoken",
    },
  },
  "spoken": {
    description: "Has said its piece in public; more would add nothing.",
    after: { "words-fade": "measured" },
    on: {
      "mistake.learned": "knowing-a-mistake",
      "told.query": answersAQuery,
      "told.consent": { target: "calming", actions: [state("pause")] },
      "left.self": { guard: { stateIn: "conduct.standing-down" }, target: "calming", actions: [state("restraint")] },
    },
  },
  "calming": {
    description: "Speaks in public of restraint, whatever it still thinks.",
    after: { "words-fade": "measured" },
    on: { "told.query": "asked", "mistake.learned": "knowing-a-mistake", "strike.done": { target: "spoken", actions: [state("self-defence")] } },
  },
  "asked": {
    description: "Was asked over the line whose it was: own up, deny, or say nothing yet.",
    ...decision("answer-query", {
      "own-up": { target: "measured", actions: [tell("claim"), tell("explanation")] },
      "deny": { target: "measured", actions: [tell("denial")] },
      "say-nothing-yet": "looking-into-it",
    }, { on: { "mistake.learned": "knowing-a-mistake" } }),
  },
  "looking-into-it": {
    description: "Finds out what its own side did before it says anything.",
    after: { "inquiry-takes": "asked" },
    on: { "mistake.learned": "knowing-a-mistake" },
  },
  "knowing-a-mistake": {
    description: "Knows that its own side did it, and did not mean to: say so over the line, or not yet.",
    ...decision("admit", {
      "over-the-line": { target: "calming", actions: [tell("explanation"), tell("regret")] },
      "not-yet": "keeping-it-back",
    }),
  },
  "keeping-it-back": {
    description: "Knows of its own mistake, and leaves the line unused.",
    after: { "admits-late": { target: "calming", actions: [state("regret"), tell("explanation", "next-call")] } },
    on: { "told.query": "knowing-a-mistake" },
  },
};

const line: ChartDescription["states"] = {
  "answering": {
    description: "Takes the calls, and makes its own.",
    on: {
      "pressed.slight": "weighing-the-line", "firmness.resented": "weighing-the-line", "stated.threat": "weighing-the-line", "stated.blame": "weighing-the-line",
      "call.missed": "missing-them", "line.suspended": "ringing-in-vain",
    },
  },
  "weighing-the-line": {
    description: "A grievance against the other side: keep the line, or fall silent.",
    ...decision("keep-the-line", { "keep": "answering", "fall-silent": "silent" }, { on: { "line.suspended": "ringing-in-vain", "order.talk": "answering" } }),
  },
  "silent": {
    description: "Has declared the line suspended and takes no calls.",
    tags: rung(3),
    entry: [suspendLine],
    after: { "silence-lasts": "weighing-a-return" },
    on: { "order.talk": "weighing-a-return" },
  },
  "weighing-a-return": {
    description: "Considers taking up the line again.",
    tags: rung(2),
    ...decision("take-up-the-line", { "take-up": { target: "answering", actions: [resumeLine, tell("proposal-to-meet", "next-call")] }, "stay-silent": "silent-by-habit" }),
  },
  "silent-by-habit": {
    description: "The silence has become the rule, and nobody expects a call.",
    tags: rung(2),
    after: { "silence-lasts": "weighing-a-return" },
    on: { "order.talk": "weighing-a-return" },
  },
  "missing-them": {
    description: "A call came to nothing; it may mean something or not.",
    tags: rung(2),
    on: {
      "call.answered": "answering", "line.restored": "answering", "line.suspended": "ringing-in-vain",
      "call.missed": "ringing-in-vain",
    },
  },
  "ringing-in-vain": {
    description: "Rings when a call is due, and nobody answers.",
    tags: rung(2),
    after: { "rings-on": { target: "ringing-in-vain", reenter: true, actions: [state("appeal")] } },
    on: { "call.answered": "answering", "line.restored": "answering" },
  },
};

const adversary: ChartDescription = {
  id: "neighbour-adversary",
  description: "How a neighbour stands toward the one across the line of contact.",
  type: "parallel",
  ignores: allBut(
    "massed.self", "approached.self", "menaced.self", "dug-in.self", "flown-at.self", "fired-near.self", "fired-on.self", "struck.self", "left.self",
    "mistake.learned", "firmness.resented", "restraint.trusted", "strike.done", "warning.undeliverable", "relay.heeded", "told.query", "told.denial",
    "told.claim", "told.consent", "told.refusal", "told.protest", "told.explanation", "told.regret", "told.pause-request", "told.proposal",
    "call.answered", "call.missed", "line.suspended", "line.restored", "stated.threat", "stated.blame", "pressed.slight", "pressed.serious",
    "pressed.grave", "order.advance", "order.hold", "order.withdraw", "order.reply", "order.talk", "shock.felt",
  ),
  states: {
    conduct: { initial: "routine", states: neighbourConduct },
    voice: { initial: "measured", states: voice },
    line: { initial: "answering", states: line },
  },
};

/** A neighbour across a line of contact, with a line to the other side. */
export const neighbour: Doctrine = {
  name: "neighbour",
  summary: "Lives across a line of contact from an adversary it can ring at any time; wants to owe it nothing, and not to be drawn further than it chose.",
  charts: { adversary },
  assumptions: [
    { name: "neighbour.return-fire", kind: "weights", value: { "hold-fire": 1, "return-fire": 1 }, ground: "judgement", why: "whoever is fired on decides on the spot; practice differs from year to year" },
    { name: "neighbour.show-of-strength", kind: "weights", value: { "wait": 3, "warn": 2, "show": 2 }, ground: "judgement", why: "words cost less than movements" },
    { name: "neighbour.reply", kind: "weights", value: { "protest": 2, "warn": 2, "show": 1, "reply": 2 }, ground: "judgement", why: "replies in kind have come and have been held back; their proportion is not known" },
    { name: "neighbour.another-round", kind: "weights", value: { "hold": 3, "offer-a-pause": 2, "answer": 6, "widen": 1 }, ground: "judgement", why: "a blow that was answered is answered again more often than let pass" },
    { name: "neighbour.end-it", kind: "weights", value: { "offer-a-pause": 2, "wait": 4, "go-on": 1 }, ground: "judgement", why: "neither side likes to be the one that asks" },
    { name: "neighbour.take-pause", kind: "weights", value: { "agree": 4, "refuse": 1 }, ground: "record", why: "a call over such a line has ended the fighting; one case" },
    { name: "neighbour.answer-breach", kind: "weights", value: { "ask": 5, "protest": 3, "answer": 1 }, ground: "judgement", why: "a pause that both wanted outlives its first breaches" },
    { name: "neighbour.public-word", kind: "weights", value: { "blame": 4, "promise-an-answer": 1, "call-for-calm": 1, "say-little": 4 }, ground: "judgement", why: "blame is cheap, and a promise binds" },
    { name: "neighbour.answer-query", kind: "weights", value: { "own-up": 1, "deny": 4, "say-nothing-yet": 3 }, ground: "judgement", why: "who is asked often does not know yet, and seldom says so" },
    { name: "neighbour.admit", kind: "weights", value: { "over-the-line": 1, "not-yet": 2 }, ground: "record", why: "in the one known case the line was not used; one case" },
    { name: "neighbour.keep-the-line", kind: "weights", value: { "keep": 30, "fall-silent": 1 }, ground: "judgement", why: "lines between armies mostly outlive a quarrel; some scenarios say otherwise" },
    { name: "neighbour.take-up-the-line", kind: "weights", value: { "take-up": 1, "stay-silent": 1 }, ground: "judgement", why: "silence has ended as suddenly as it began" },
    { name: "neighbour.understanding-wears", kind: "duration", value: { "20 d": 1, "40 d": 1 }, ground: "assumed", why: "a renewed understanding is taken for granted after some weeks" },
    { name: "neighbour.watch-ends", kind: "duration", value: { "2 d": 1, "4 d": 1 }, ground: "assumed", why: "attention moves on" },
    { name: "neighbour.answer-due", kind: "duration", value: { "4 h": 1, "12 h": 1 }, ground: "assumed", why: "a query between headquarters is answered within the day or not at all" },
    { name: "neighbour.protest-stands", kind: "duration", value: { "1 d": 1, "2 d": 1 }, ground: "assumed", why: "a protest is on record, and the day goes on" },
    { name: "neighbour.warning-stands", kind: "duration", value: { "1 d": 1, "3 d": 1 }, ground: "assumed", why: "a warning that nothing follows wears off" },
    { name: "neighbour.fire-dies-down", kind: "duration", value: { "4 h": 1, "8 h": 1 }, ground: "assumed", why: "fire across a line of contact lasts a night" },
    { name: "neighbour.readiness-held", kind: "duration", value: { "2 d": 1, "5 d": 1 }, ground: "assumed", why: "forces cannot stand forward for long" },
    { name: "neighbour.stock-taken", kind: "duration", value: { "6 h": 1, "14 h": 1 }, ground: "assumed", why: "time to count and to ask" },
    { name: "neighbour.answer-awaited", kind: "duration", value: { "20 h": 1, "40 h": 1 }, ground: "assumed", why: "an answer comes within two days or not at all" },
    { name: "neighbour.exchange-ebbs", kind: "duration", value: { "10 h": 1, "1 d": 1 }, ground: "assumed", why: "between blows lie hours" },
    { name: "neighbour.exhaustion", kind: "duration", value: { "1 d": 1, "2 d": 1 }, ground: "assumed", why: "open action at this tempo spends itself" },
    { name: "neighbour.pause-answer-due", kind: "duration", value: { "6 h": 1, "12 h": 1 }, ground: "assumed", why: "a request for a pause is answered the same day or not at all" },
    { name: "neighbour.alert-ends", kind: "duration", value: { "2 d": 1, "4 d": 1 }, ground: "assumed", why: "an alert is expensive" },
    { name: "neighbour.pause-holds", kind: "duration", value: { "1 d": 1, "2 d": 1 }, ground: "judgement", why: "a pause that has held for a day or two is spoken of as one that will" },
    { name: "neighbour.words-fade", kind: "duration", value: { "1 d": 2, "2 d": 1 }, ground: "assumed", why: "a statement is news for a day" },
    { name: "neighbour.inquiry-takes", kind: "duration", value: { "1 d": 1, "2 d": 1 }, ground: "record", why: "a missile accident was admitted about 48 hours later" },
    { name: "neighbour.admits-late", kind: "duration", value: { "40 h": 1, "56 h": 1 }, ground: "record", why: "a missile accident was admitted about 48 hours later, and not over the line" },
    { name: "neighbour.silence-lasts", kind: "duration", value: { "5 d": 1, "10 d": 1 }, ground: "assumed", why: "a gesture between armies; where silence lasts months, the scenario says so" },
    { name: "neighbour.rings-on", kind: "duration", value: { "20 d": 1, "30 d": 1 }, ground: "assumed", why: "now and then it is said in public that nobody answers" },
  ],
};
