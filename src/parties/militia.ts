// An allied militia on the road: it wants to get through to its goal, and answers to more than one patron.
// Knows what it does under pressure, under fire and when asked to leave; must not know who watches, or how many it is.
// Invariant: every way up has a way down: leaving, going round, holding fire.
// Source of the states: public accounts of spring 2017, reduced to what any such force could do.

import { decision, type ChartDescription, type Reactions, type Transitions } from "../kernel/chart.ts";
import { allBut } from "./percepts.ts";
import { act, callOff, rung } from "./chart-words.ts";
import type { Doctrine } from "./doctrine.ts";

// Whoever has reached the goal another way has nothing to wait for.
const afterWaiting: Transitions = [
  { guard: { stateIn: "road.arrived" }, target: "withdrawing" }, { guard: { stateIn: "appetite.sparing" }, target: "weighing-carefully" }, { target: "weighing-again" },
];

// How much it risks decides what it does when it is pressed, and how far it goes once it is inside.
const pressedToGo: Transitions = [{ guard: { stateIn: "appetite.sparing" }, target: "weighing-carefully" }, { target: "weighing" }];
const pressedHard: Transitions = [{ guard: { stateIn: "appetite.sparing" }, target: "weighing-carefully" }, { target: "weighing-under-orders" }];
const pressedInside: Transitions = [{ guard: { stateIn: "appetite.sparing" } }, { target: "testing" }];
const drivingOn: Transitions = [{ guard: { stateIn: "appetite.sparing" }, target: "dug-in", actions: [act("halt")] }, { target: "weighing-the-way-on" }];

const whileOutside: Reactions = {
  "relay.heeded": "withdrawing", "order.hold": "withdrawing", "order.withdraw": "withdrawing", "struck.self": "holding-fire",
  "pressed.serious": pressedToGo, "pressed.grave": pressedHard, "order.advance": "entering",
};

const underPressure: Reactions = { "pressed.slight": "weighing-presence", "pressed.serious": pressedToGo, "pressed.grave": pressedHard };

// What ends the weighing of a move.
const unlessHeldBack: Reactions = { "struck.self": "holding-fire", "order.hold": "on-the-road", "relay.heeded": "on-the-road" };

const byAnotherRoad: Transitions = { target: "on-the-road", actions: [{ type: "raise", params: { event: "order.go-round" } }] };

const answers: Reactions = { "rest": "keeping-away", "return": "massing", "fire": "harassing", "strike-back": "replying" };

const adversary: ChartDescription = {
  id: "militia-adversary",
  description: "How a militia stands toward a garrison across its road.",
  type: "parallel",
  ignores: allBut(
    "menaced.self", "struck.self", "firmness.heeded", "firmness.resented", "restraint.trusted", "restraint.tested", "relay.heeded", "told.explanation", "told.regret", "told.pause-request", "stated.appeal", "shock.felt",
    "pressed.slight", "pressed.serious", "pressed.grave", "order.advance", "order.hold", "order.withdraw", "order.go-round", "order.reply",
  ),
  states: {
    conduct: {
      initial: "on-the-road",
      states: {
        "on-the-road": {
          description: "On its way elsewhere; nothing of it moves toward the zone.",
          tags: rung(1),
          after: { "looks-again": { guard: { stateIn: "road.straight-ahead" }, target: "weighing-a-look" } },
          on: {
            ...underPressure, "order.advance": pressedToGo, "struck.self": "holding-fire",
            "menaced.self": "weighing", "order.reply": "weighing-a-reply",
          },
        },
        "weighing-a-look": {
          description: "Still wants the road; weighs another look at the zone, and waiting.",
          tags: rung(2),
          ...decision("look-again", { "look": "entering", "wait": "on-the-road" }, { on: { ...underPressure, ...unlessHeldBack } }),
        },
        "weighing-presence": {
          description: "Wanted near the zone in strength; weighs gathering outside, with a few vehicles just inside.",
          tags: rung(2),
          ...decision("take-position", { "gather": { target: "massing", actions: [act("outpost")] }, "put-off": "on-the-road" }, {
            on: { "struck.self": "holding-fire", "order.hold": "on-the-road", "relay.heeded": "on-the-road", "pressed.grave": pressedHard },
          }),
        },
        "weighing": {
          description: "Pressed to move; weighs going in, gathering outside, waiting and another road.",
          tags: rung(2),
          ...decision("take-up", {
            "push": "entering", "gather": "massing", "put-off": "putting-off",
            "go-round": byAnotherRoad,
          }, { on: unlessHeldBack }),
        },
        "weighing-carefully": {
          description: "Pressed to move, and unwilling to lose men for it; weighs gathering outside, waiting, another road, and going in.",
          tags: rung(2),
          ...decision("take-up-carefully", {
            "gather": "massing", "put-off": "putting-off", "push": "entering",
            "go-round": byAnotherRoad,
          }, { on: unlessHeldBack }),
        },
        "putting-off": {
          description: "Has put it off; the pressure does not go away.",
          tags: rung(2),
          after: { "pressed-again": pressedToGo },
          on: {
            ...underPressure, "struck.self": "holding-fire",
            "order.hold": "on-the-road", "order.withdraw": "on-the-road", "order.advance": pressedToGo, "relay.heeded": "on-the-road",
          },
        },
        "weighing-under-orders": {
          description: "Pressed hard: tests the zone, gathers in strength, or keeps away all the same.",
          tags: rung(3),
          ...decision("press-on", {
            "test": "testing", "push": "entering", "gather": "massing", "put-off": "putting-off",
          }, { on: unlessHeldBack }),
        },
        "entering": {
          description: "Drives into the zone.",
          tags: rung(5),
          entry: [act("enter")],
          exit: [callOff],
          after: { "drives-on": drivingOn },
          on: {
            "relay.heeded": "turning-back", "firmness.heeded": { target: "dug-in", actions: [act("halt")] }, "firmness.resented": "closing", "restraint.trusted": "dug-in",
            "order.hold": "turning-back", "order.withdraw": "turning-back", "struck.self": "holding-fire",
          },
        },
        "weighing-the-way-on": {
          description: "Has halted inside the zone; weighs going on, staying there and turning back.",
          tags: rung(5),
          ...decision("go-on", { "drive-on": "closing", "stay": "dug-in", "turn-back": "withdrawing" }, {
            on: {
              "relay.heeded": "turning-back", "firmness.heeded": { target: "dug-in", actions: [act("halt")] }, "firmness.resented": "closing", "order.hold": "turning-back", "order.withdraw": "turning-back", "struck.self": "holding-fire",
            },
          }),
        },
        "closing": {
          description: "Goes on toward the garrison.",
          tags: rung(5),
          entry: [act("approach")],
          exit: [callOff],
          after: { "halts": { target: "dug-in", actions: [act("halt")] } },
          on: {
            "relay.heeded": "turning-back", "firmness.heeded": "turning-back", "order.hold": "turning-back", "order.withdraw": "turning-back", "struck.self": "holding-fire",
            "restraint.tested": "passing-through", "restraint.trusted": "dug-in",
          },
        },
        "passing-through": {
          description: "Nobody stopped it: it drives through toward its goal.",
          tags: rung(5),
          entry: [act("pass-through")],
          exit: [callOff],
          after: { "drives-on": "on-the-road" },
          on: { "relay.heeded": "turning-back", "order.hold": "turning-back", "order.withdraw": "turning-back", "struck.self": "holding-fire" },
        },
        "dug-in": {
          description: "Stays where it is, inside the zone.",
          tags: rung(5),
          entry: [act("dig-in")],
          exit: [callOff],
          after: { "stays-put": "weighing-what-it-holds" },
          on: {
            "relay.heeded": "withdrawing", "order.hold": "withdrawing", "order.withdraw": "withdrawing", "struck.self": "holding-fire",
            "firmness.resented": { actions: [act("reinforce")] }, "restraint.tested": "closing", "restraint.trusted": "withdrawing", "pressed.slight": { actions: [act("mass")] }, "pressed.serious": "closing", "pressed.grave": pressedInside,
          },
        },
        "weighing-what-it-holds": {
          description: "Has held a place inside the zone for days; leaves it, pushes on from it, or stays.",
          tags: rung(5),
          ...decision("after-digging-in", { "leave": "withdrawing", "push-on": "closing", "stay": "dug-in" }, {
            on: {
              "relay.heeded": "withdrawing", "order.hold": "withdrawing", "order.withdraw": "withdrawing", "struck.self": "holding-fire",
              "pressed.serious": "closing", "pressed.grave": pressedInside,
            },
          }),
        },
        "massing": {
          description: "Gathers outside the zone.",
          tags: rung(5),
          entry: [act("mass")],
          after: { "gathers": afterWaiting },
          on: whileOutside,
        },
        "staying-outside": {
          description: "Stays where it has gathered.",
          tags: rung(4),
          after: { "gathers": afterWaiting },
          on: whileOutside,
        },
        "weighing-again": {
          description: "Has waited at the edge for days; stays, goes in or goes home.",
          tags: rung(4),
          ...decision("after-massing", { "stay": "staying-outside", "push": "entering", "leave": "withdrawing" }, {
            on: { "relay.heeded": "withdrawing", "pressed.grave": pressedHard, "struck.self": "holding-fire", "order.hold": "withdrawing" },
          }),
        },
        "testing": {
          description: "Shells the edge of the zone without saying that it is its own, and watches for the answer.",
          tags: rung(6),
          entry: [act("shell")],
          exit: [callOff],
          after: { "follows-up": "reinforcing" },
          on: { "relay.heeded": "withdrawing", "order.hold": "withdrawing", "order.withdraw": "withdrawing", "struck.self": "holding-fire" },
        },
        "reinforcing": {
          description: "Brings more men and vehicles in.",
          tags: rung(5),
          entry: [act("reinforce")],
          exit: [callOff],
          after: { "presses-on": "closing" },
          on: { "relay.heeded": "turning-back", "firmness.heeded": { target: "dug-in", actions: [act("halt")] }, "order.hold": "turning-back", "order.withdraw": "turning-back", "struck.self": "holding-fire" },
        },
        "turning-back": {
          description: "Stops where it is, and turns round.",
          tags: rung(2),
          entry: [callOff, act("halt"), act("withdraw")],
          after: { "regroups": "on-the-road" },
          on: { "struck.self": "holding-fire", ...underPressure },
        },
        "withdrawing": {
          description: "Leaves, as told or by its own choice.",
          tags: rung(2),
          entry: [callOff, act("withdraw")],
          after: { "regroups": "on-the-road" },
          on: { "struck.self": "holding-fire", ...underPressure },
        },
        "holding-fire": {
          description: "Was hit; pulls back and forbids an answer while it counts the dead.",
          tags: rung(3),
          entry: [callOff, act("withdraw")],
          after: { "counts-the-dead": [{ guard: { stateIn: "restraint.spent" }, target: "hardly-held-back" }, { target: "weighing-a-reply" }] },
          on: { "order.reply": "weighing-a-reply", "order.hold": "calmed", "told.explanation": "calmed" },
        },
        "calmed": {
          description: "Takes it that no more is coming; stays back while it counts the dead.",
          tags: rung(3),
          after: { "counts-the-dead": "keeping-away" },
          on: { "struck.self": "holding-fire", "order.reply": "weighing-a-reply", "order.advance": pressedToGo },
        },
        "keeping-away": {
          description: "Lets it rest and keeps away; those who want an answer are told to wait.",
          tags: rung(2),
          after: { "regroups": "on-the-road" },
          on: {
            ...underPressure, "order.advance": pressedToGo,
            "struck.self": "holding-fire", "order.reply": "weighing-a-reply",
          },
        },
        "weighing-a-reply": {
          description: "Was hit, or was cleared to answer: answers, returns, or lets it rest.",
          tags: rung(3),
          ...decision("answer-strike", answers, { on: { "order.hold": "on-the-road", "relay.heeded": "on-the-road", "struck.self": "holding-fire" } }),
        },
        "hardly-held-back": {
          description: "Was hit once too often for those who want an answer; they are hard to hold back.",
          tags: rung(4),
          ...decision("answer-when-spent", answers, { on: { "order.hold": "on-the-road", "relay.heeded": "on-the-road", "struck.self": "holding-fire" } }),
        },
        "harassing": {
          description: "Fires from a distance, unowned, a little at a time.",
          tags: rung(6),
          entry: [act("harass")],
          exit: [callOff],
          after: { "fires-again": "weighing-a-reply" },
          on: { "relay.heeded": "withdrawing", "order.hold": "withdrawing", "struck.self": "replying" },
        },
        "replying": {
          description: "Answers a strike with an attack.",
          tags: rung(7),
          entry: [act("attack")],
          exit: [callOff],
          after: { "reply-ends": "holding-fire" },
          on: { "struck.self": "weighing-a-fight", "order.hold": "holding-fire", "relay.heeded": "holding-fire" },
        },
        "weighing-a-fight": {
          description: "Was hit while it attacked, or is asked for a pause: fights on in the open, or breaks off.",
          tags: rung(7),
          ...decision("fight-on", { "fight-on": "fighting", "break-off": "holding-fire" }, {
            on: { "order.hold": "holding-fire", "relay.heeded": "holding-fire" },
          }),
        },
        "fighting": {
          description: "Fights on in the open.",
          tags: rung(8),
          entry: [act("attack")],
          after: { "exhaustion": "holding-fire" },
          on: { "told.pause-request": "weighing-a-fight", "relay.heeded": "holding-fire", "order.hold": "holding-fire" },
        },
      },
    },
    appetite: {
      initial: "unsettled",
      states: {
        "unsettled": {
          description: "How much it would risk for the road has not come up.",
          on: { "pressed.serious": "settling", "pressed.grave": "settling", "order.advance": "settling" },
        },
        "settling": {
          description: "Its commanders settle how much they will risk for the road.",
          ...decision("risk", { "run-risks": "ready", "spare-men": "sparing" }),
        },
        "ready": {
          description: "Its commanders are ready to lose men for the road.",
          on: { "struck.self": "settling-again" },
        },
        "sparing": {
          description: "Its commanders want the road without losing men for it.",
        },
        "settling-again": {
          description: "Men were lost; its commanders settle anew how much they will risk.",
          ...decision("risk-after-losses", { "run-risks": "ready", "spare-men": "sparing" }, { on: { "struck.self": { target: "settling-again", reenter: true } } }),
        },
      },
    },
    restraint: {
      initial: "full",
      states: {
        "full": {
          description: "Nobody asks for an answer to anything.",
          on: { "struck.self": "strained", "shock.felt": "strained" },
        },
        "strained": {
          description: "Some ask for an answer, and are told to wait.",
          after: { "restraint-mends": "full" },
          on: { "struck.self": "spent", "shock.felt": "spent", "told.explanation": "full", "told.regret": "full", "stated.appeal": "full" },
        },
        "spent": {
          description: "Many ask for an answer, and waiting has to be explained to them.",
          after: { "restraint-mends": "strained" },
          on: { "told.explanation": "strained", "told.regret": "strained", "stated.appeal": "strained" },
        },
      },
    },
    road: {
      initial: "straight-ahead",
      states: {
        "straight-ahead": {
          description: "The goal is sought along the shortest road.",
          on: { "order.go-round": "setting-out" },
        },
        "setting-out": {
          description: "Part of the force could reach the goal another way.",
          ...decision("other-road", { "set-out": "going-round", "stay": "straight-ahead" }),
        },
        "going-round": {
          description: "A column makes for the goal by another road, outside the zone.",
          entry: [act("go-round")],
          after: { "road-takes": { target: "arrived", actions: [act("reach-goal")] } },
        },
        "arrived": { description: "The goal was reached another way; there is less reason to go through the zone." },
      },
    },
  },
};

/** An allied militia with a goal beyond someone else's zone. */
export const militia: Doctrine = {
  name: "militia",
  summary: "Wants the road to its goal; fights elsewhere already, answers to several patrons, and owes none of them an account of everything.",
  charts: { adversary },
  assumptions: [
    { name: "militia.take-up", kind: "weights", value: { "push": 54, "gather": 3, "put-off": 6, "go-round": 1 }, ground: "judgement", why: "pressures are taken up more often than put off" },
    { name: "militia.take-up-carefully", kind: "weights", value: { "gather": 3, "put-off": 5, "push": 1, "go-round": 2 }, ground: "judgement", why: "pressures can be met without going in" },
    { name: "militia.risk", kind: "weights", value: { "run-risks": 22, "spare-men": 1 }, ground: "judgement", why: "three advances under warning speak for commanders who run risks; nothing is known of their orders" },
    { name: "militia.risk-after-losses", kind: "weights", value: { "run-risks": 18, "spare-men": 1 }, ground: "record", why: "they came again after two strikes" },
    { name: "militia.press-on", kind: "weights", value: { "test": 20, "push": 2, "gather": 1, "put-off": 1 }, ground: "judgement", why: "who fired first on 6 June is disputed; the model lets fire come first" },
    { name: "militia.look-again", kind: "weights", value: { "look": 1, "wait": 1 }, ground: "assumed", why: "who wants a road comes back to look at it, and mostly not yet" },
    { name: "militia.go-on", kind: "weights", value: { "drive-on": 20, "stay": 2, "turn-back": 1 }, ground: "judgement", why: "columns halted and drove on; some are reported to have stayed where they were" },
    { name: "militia.after-digging-in", kind: "weights", value: { "leave": 2, "push-on": 4, "stay": 1 }, ground: "judgement", why: "an element in the open is withdrawn, relieved, or sent on" },
    { name: "militia.after-massing", kind: "weights", value: { "stay": 6, "push": 6, "leave": 1 }, ground: "record", why: "the larger force stayed outside for days" },
    { name: "militia.answer-strike", kind: "weights", value: { "rest": 14, "return": 2, "fire": 1, "strike-back": 1 }, ground: "record", why: "no reply is recorded to three strikes; replies are kept possible" },
    { name: "militia.answer-when-spent", kind: "weights", value: { "rest": 8, "return": 4, "fire": 2, "strike-back": 1 }, ground: "judgement", why: "hit again before the last time was digested, more voices are for an answer; none is recorded" },
    { name: "militia.fight-on", kind: "weights", value: { "fight-on": 3, "break-off": 2 }, ground: "assumed", why: "no case of this crisis got so far" },
    { name: "militia.restraint-mends", kind: "duration", value: { "4 d": 1, "7 d": 1 }, ground: "assumed", why: "anger fades within the week" },
    { name: "militia.other-road", kind: "weights", value: { "set-out": 9, "stay": 1 }, ground: "record", why: "the border was reached another way on 9 June" },
    { name: "militia.drives-on", kind: "duration", value: { "270 m": 2, "4 h": 1, "6 h": 1, "8 h": 1 }, ground: "judgement", why: "halts, talks, drives on" },
    { name: "militia.looks-again", kind: "duration", value: { "5 d": 2, "100 h": 1, "7 d": 1 }, ground: "assumed", why: "a road that is wanted is not forgotten for long" },
    { name: "militia.pressed-again", kind: "duration", value: { "50 h": 2, "20 h": 1, "4 d": 1 }, ground: "assumed", why: "who wants the road asks again" },
    { name: "militia.take-position", kind: "weights", value: { "gather": 14, "put-off": 1 }, ground: "record", why: "a larger force gathered outside in late May" },
    { name: "militia.presses-on", kind: "duration", value: { "170 m": 2, "190 m": 1, "4 h": 1 }, ground: "judgement", why: "reinforcements are not brought to wait" },
    { name: "militia.halts", kind: "duration", value: { "7 h": 2, "5 h": 1, "10 h": 1 }, ground: "assumed", why: "a column halts when nobody stops it" },
    { name: "militia.stays-put", kind: "duration", value: { "2 d": 2, "30 h": 1, "4 d": 1 }, ground: "judgement", why: "an element in the open is relieved or withdrawn" },
    { name: "militia.gathers", kind: "duration", value: { "3 d": 2, "62 h": 1, "100 h": 1, "5 d": 1 }, ground: "record", why: "the build-up of late May took days" },
    { name: "militia.follows-up", kind: "duration", value: { "5 h": 2, "4 h": 1, "6 h": 1 }, ground: "judgement", why: "between the shelling and the reinforcement of 6 June lay hours" },
    { name: "militia.regroups", kind: "duration", value: { "60 h": 2, "44 h": 1, "3 d": 1 }, ground: "assumed", why: "withdrawal and rest" },
    { name: "militia.counts-the-dead", kind: "duration", value: { "24 h": 2, "18 h": 1, "31 h": 1 }, ground: "assumed", why: "news of losses travels slower than orders" },
    { name: "militia.fires-again", kind: "duration", value: { "12 h": 1, "1 d": 1 }, ground: "assumed", why: "harassing fire comes at intervals" },
    { name: "militia.reply-ends", kind: "duration", value: { "8 h": 1, "12 h": 1 }, ground: "assumed", why: "an attack spends itself within half a day" },
    { name: "militia.exhaustion", kind: "duration", value: { "12 h": 1, "1 d": 1 }, ground: "assumed", why: "no case of this crisis got so far" },
    { name: "militia.road-takes", kind: "duration", value: { "3 d": 2, "76 h": 1, "85 h": 1, "4 d": 1 }, ground: "record", why: "the move to the border took days" },
  ],
};
