// What is drawn besides charts and lines: seeing and reading acts, believing words, relays, the time acts take.
// Knows which assumption settles what, for which party and act; must not know anything that changes during a run.
// Invariant: each table is filled on first use and never changes, so a draw costs a look-up.

import { ACT_NAMES } from "../terms/acts.ts";
import { toward } from "../scenario/assumption-ties.ts";
import { TRUST_LEVELS } from "../channel/assumptions.ts";
import { filledOnUse, inOrder, only, reweighed, yesOrNo, type Assumed, type Choice, type Spread } from "./assumed.ts";
import type { Hours, OfficeHours } from "./hours.ts";

/** What bears on a reading, as bits: a believed word calms, a warning given sharpens, closeness sharpens. */
export const CALMED = 1;
/** See CALMED. */
export const WARNED = 2;
/** See CALMED. */
export const NEAR = 4;

/** Draws by act, party, pair or trust; parties and acts by number. */
export interface Draws {
  readonly prepares: (act: number, party: number) => Spread;
  /** How far from whoever it is against, in km; undefined where nothing is assumed. */
  readonly distance: (act: number, party: number) => Spread | undefined;
  readonly seen: (act: number, observer: number) => Choice;
  /** "milder", "as-meant" or "graver". */
  readonly reading: (act: number, observer: number, bearing: number) => Choice;
  readonly attributed: (act: number, observer: number) => Choice;
  readonly blamesAnother: (act: number, observer: number) => Choice;
  /** What is closer than this is near, in km. */
  readonly nearKm: number;
  readonly firmness: (observer: number, other: number) => Choice;
  readonly restraint: (observer: number, other: number) => Choice;
  readonly caution: (observer: number, other: number) => Choice;
  readonly believed: (trust: number, hearer: number, speaker: number) => Choice;
  readonly decides: (party: number) => Spread;
  readonly newsTravels: (party: number) => Spread;
  readonly newsOfTheDead: (party: number) => Spread;
  readonly statementPrepares: (party: number) => Spread;
  /** The hours of the local day in which statements are issued. */
  readonly statementHours: (party: number) => OfficeHours;
  /** How long a party lets pass between two statements that can wait, in minutes. */
  readonly statementsApart: (party: number) => number;
  /** When it is light enough for what is done by daylight alone. */
  readonly daylight: Hours;
  readonly statementTravels: (party: number) => Spread;
  readonly wordTravels: (party: number) => Spread;
  readonly mistaken: (party: number) => Choice;
  readonly mistakeLearned: (party: number) => Spread;
  readonly obeyed: (client: number, patron: number) => Choice;
  readonly relayTakes: (client: number, patron: number) => Spread;
  readonly complied: (client: number, patron: number, pressed: boolean) => Choice;
  readonly verified: (client: number, patron: number) => Choice;
  readonly verifiesAfter: (client: number, patron: number) => Spread;
  /** How long a believed word, or a warning given, bears on readings, in minutes. */
  readonly holds: (party: number) => number;
  readonly risesAfter: (party: number) => number;
}

/** The draws of a scenario whose parties are called `ids`. */
export function drawsOf(ids: readonly string[], assumed: Assumed): Draws {
  const size = ids.length;
  const perParty = <T>(make: (party: string) => T): ((party: number) => T) => filledOnUse(size, (p) => make(ids[p]!));
  // The first of a pair is the one who reads, believes or complies; the second is narrowed to by another word.
  const perPair = <T>(make: (a: string, towardB: string) => T): ((a: number, b: number) => T) => {
    const table = filledOnUse(size * size, (pair) => make(ids[Math.floor(pair / size)]!, toward(ids[pair % size]!)));
    return (a, b) => table(a * size + b);
  };
  const perAct = <T>(make: (act: string, party: string) => T): ((act: number, party: number) => T) => {
    const table = filledOnUse(ACT_NAMES.length * size, (cell) => ({ value: make(ACT_NAMES[Math.floor(cell / size)]!, ids[cell % size]!) }));
    return (act, party) => table(act * size + party).value;
  };
  const reading = filledOnUse(ACT_NAMES.length * size * 8, (cell) => {
    const [bearing, act, party] = [cell % 8, ACT_NAMES[Math.floor(cell / 8 / size)]!, ids[Math.floor(cell / 8) % size]!];
    const plain = inOrder(assumed.choice("sight.reading", act, party), ["milder", "as-meant", "graver"]);
    const calms = bearing & CALMED ? assumed.factor("word.calms", party) : 1;
    const sharpens = (bearing & WARNED ? assumed.factor("sight.warned-sharpens", party) : 1) * (bearing & NEAR ? assumed.factor("sight.near-sharpens", party) : 1);
    return reweighed(plain, [calms, 1, sharpens]);
  });
  const believed = filledOnUse(size * size * TRUST_LEVELS.length, (cell) => {
    const [trust, a, b] = [cell % TRUST_LEVELS.length, ids[Math.floor(cell / TRUST_LEVELS.length / size)]!, ids[Math.floor(cell / TRUST_LEVELS.length) % size]!];
    return yesOrNo("word.believed", assumed.probability(`word.believed-at-${TRUST_LEVELS[trust]!}`, a, toward(b)));
  });
  const complied = [false, true].map((pressed) => perPair((client, patron) => {
    const p = assumed.probability("relay.complied", client, patron);
    return reweighed(yesOrNo("relay.complied", p), [pressed ? assumed.factor("relay.pressing-weighs", client, patron) : 1, 1]);
  }));
  return {
    prepares: perAct((act, party) => assumed.spread(`${act}.prepares`, party)),
    distance: perAct((act, party) => (assumed.has(`${act}.distance`) ? assumed.spread(`${act}.distance`, party) : undefined)),
    seen: perAct((act, party) => assumed.choice("sight.seen", act, party)),
    reading: (act, observer, bearing) => reading((act * size + observer) * 8 + bearing),
    attributed: perAct((act, party) => assumed.choice("sight.attributed", act, party)),
    blamesAnother: perAct((act, party) => assumed.choice("sight.blames-another", act, party)),
    nearKm: only(assumed.spread("sight.near")),
    firmness: perPair((a, b) => assumed.choice("firmness.read", a, b)),
    restraint: perPair((a, b) => assumed.choice("restraint.read", a, b)),
    caution: perPair((a, b) => assumed.choice("caution.read", a, b)),
    believed: (trust, hearer, speaker) => believed((hearer * size + speaker) * TRUST_LEVELS.length + trust),
    decides: perParty((party) => assumed.spread("decision.takes", party)),
    newsTravels: perParty((party) => assumed.spread("news.travels", party)),
    newsOfTheDead: perParty((party) => assumed.spread("news.of-the-dead", party)),
    statementPrepares: perParty((party) => assumed.spread("statement.prepares", party)),
    statementHours: perParty((party) => {
      const from = assumed.spread("statement.from", party);
      return { from, earliest: Math.min(...from.values), until: only(assumed.spread("statement.until", party)) };
    }),
    statementsApart: perParty((party) => only(assumed.spread("statement.apart", party))),
    daylight: { from: only(assumed.spread("daylight.from")), until: only(assumed.spread("daylight.until")) },
    statementTravels: perParty((party) => assumed.spread("statement.travels", party)),
    wordTravels: perParty((party) => assumed.spread("word.travels", party)),
    mistaken: perParty((party) => assumed.choice("strike.mistaken", party)),
    mistakeLearned: perParty((party) => assumed.spread("mistake.learned-after", party)),
    obeyed: perPair((client, patron) => assumed.choice("order.obeyed", client, patron)),
    relayTakes: perPair((client, patron) => assumed.spread("relay.takes", client, patron)),
    complied: (client, patron, pressed) => complied[pressed ? 1 : 0]!(client, patron),
    verified: perPair((client, patron) => assumed.choice("relay.verified", client, patron)),
    verifiesAfter: perPair((client, patron) => assumed.spread("relay.verifies-after", client, patron)),
    holds: perParty((party) => only(assumed.spread("word.holds", party))),
    risesAfter: perParty((party) => assumed.count("trust.rises-after", party)),
  };
}
