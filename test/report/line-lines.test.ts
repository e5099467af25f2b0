import { describe, expect, test } from "vitest";
import { seeded } from "../../src/kernel/choices.ts";
import { sightBehind } from "../../src/report/causes.ts";
import { MESSAGE_PHRASES, OCCASION_PHRASES } from "../../src/report/message-phrases.ts";
import { messageWords } from "../../src/report/occasion.ts";
import { tellStory, type StoryLine } from "../../src/report/story.ts";
import { partyName } from "../../src/report/words.ts";
import type { EntryKind } from "../../src/simulation/codes.ts";
import { compileModel } from "../../src/simulation/model.ts";
import { simulate } from "../../src/simulation/simulate.ts";
import type { Entry, EntryOf } from "../../src/simulation/trace.ts";
import { loadShipped } from "../bench/shipped.ts";
import { BORDER, crisis, DAY, ROAD, type Certainties } from "../simulation/small-crises.ts";

const ENTRY = { id: "in", at: "day 1 12:00", incident: "enter", by: "column", against: "post", forced: true };
const HIT = { id: "hit", at: "day 1 12:00", incident: "strike", by: "post", against: "column", forced: true };
/** More of them come on every day but one, and the post warns in each call. */
const GATHERING = ["day 1 08:00", "day 3 08:30", "day 4 08:40"].map((at, i) => ({ id: `gathered-${i}`, at, incident: "mass", by: "column", against: "post", forced: true }));
/** The post asks whose the column is, asks it to leave, and warns it. */
const ASKING: Certainties = { "garrison.answer-due": "20 m", "garrison.leave-due": "2 h" };
const CAPITAL = { parties: { capital: { doctrine: "government", stances: { post: "adversary", sponsor: "patron" } } } };
const ASKS_CONSENT = { id: "ask", at: "day 1 12:00", order: { to: "capital", toward: "post", do: "ask-consent" } };

/** The words of questions about those whom somebody saw. */
const ABOUT_SOMEBODY: ReadonlySet<readonly string[]> = new Set([OCCASION_PHRASES["query about those it names"], OCCASION_PHRASES["query about a force outside"]]);

/** Stages at which a message is told in the words in which it is said. */
const SAID: ReadonlySet<string> = new Set(["at-patron", "delivered", "corrected", "wrong", "doubted"]);

interface Told<K extends EntryKind> { readonly line: StoryLine; readonly entry: EntryOf<K>; }

/** What is told of the entries of a kind on a road where these things are in store. */
function toldOf<K extends EntryKind>(kind: K, certainly: Certainties, items: readonly unknown[] = [], { set = {}, add = {}, seed = 1 }: { readonly set?: object; readonly add?: object; readonly seed?: number } = {}): readonly Told<K>[] {
  const model = crisis(ROAD, certainly, JSON.stringify({ set, add: { timeline: items, ...add } }));
  const { entries } = simulate(model, seeded(seed));
  return tellStory(model, entries).flatMap((line) => (entries[line.entry]!.kind === kind ? [{ line, entry: entries[line.entry] as EntryOf<K> }] : []));
}

const texts = (told: readonly { readonly line: StoryLine }[]): readonly string[] => told.map(({ line: { text } }) => text);
/** The texts about one message at one stage. */
function wordsOf(told: readonly Told<"message">[], message: EntryOf<"message">["message"], stage: EntryOf<"message">["stage"]): readonly string[] {
  return texts(told.filter(({ entry }) => entry.message === message && entry.stage === stage));
}
const isSaid = (text: string, message: keyof typeof MESSAGE_PHRASES): boolean => MESSAGE_PHRASES[message].some((phrase) => text.includes(phrase));

/** What was said, without who says it in which call to whom, and without who passes it on. */
const saying = (text: string): string => text.slice(text.indexOf(": ") + 2).replace(/ Sponsor passes it on\.$/, "");

describe("a call", () => {
  test.each([
    ["absent", {}, /^Post rings\. (The one who should answer is not there|No answer after some minutes)\.$/],
    ["held", {}, /^Post (rings, and is put on hold|waits on the line)\.$/],
    ["refused", {}, /^(Post rings\. The call is refused|Sponsor does not take the call)\.$/],
    ["outage", {}, /^(Post rings\. The connection fails|No connection to Sponsor)\.$/],
  ] as const)("that is due and comes to nothing (%s) says so, once", (because, set, words) => {
    const told = toldOf("call", { "line.answered": 0, "line.unanswered-because": because }, [], { set });
    expect([...new Set(told.map(({ line }) => Math.floor(line.at / DAY)))]).toEqual([0, 1, 2, 3]);
    const first = told.filter(({ line }, i) => i === 0 || Math.floor(told[i - 1]!.line.at / DAY) < Math.floor(line.at / DAY));
    for (const text of texts(first)) expect(text).toMatch(words);
    expect(told.length).toBe(because === "held" ? 4 : 8); // what is tried again in vain is told in one line more
  });

  test("that is due and is taken when it is tried again says that it was", () => {
    const told = Array.from({ length: 40 }, (_, seed) => texts(toldOf("call", { "line.answered": 0.5, "line.unanswered-because": "absent" }, [], { seed }))).flat();
    expect(told).toContainEqual(expect.stringMatching(/^(Post tries again, and gets through|The call comes about at another try)\.$/));
  });

  test("that is put through to a plural party has a plural verb", () => {
    const told = toldOf("call", { "line.answered": 0, "line.unanswered-because": "held" }, [], { set: { "parties.post.name": "the guards" } });
    for (const text of texts(told)) expect(text).toMatch(/^The guards (ring, and are put on hold|wait on the line)\.$/);
  });

  test("that breaks off, or whose taking place will be disputed, says that", () => {
    expect(texts(toldOf("call", { "line.cut-off": 1 }))).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(/^(The call breaks off|The line drops in the middle of the call)\.$/)));
    expect(texts(toldOf("call", { "line.disputed": 1 }))).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(/^Post has this call in its log; Sponsor has not\.$|^The call is in the log of Post, and not in that of Sponsor\.$/)));
  });

  test("that nobody expected is told with the first thing that is said in it, as made by whoever made it", () => {
    const calls = toldOf("call", ASKING, [ENTRY]);
    expect(calls).toEqual([]);
    const said = toldOf("message", ASKING, [ENTRY]).filter(({ entry }) => entry.line !== undefined);
    expect(said.map(({ entry, line }) => [entry.message, / (calls|rings|gets|in a call)/.test(line.text)])).toEqual([["query", true], ["request-to-leave", true], ["denial", false], ["relay-result", true], ["warning", false]]);
    expect(wordsOf(said, "query", "delivered")[0]).toMatch(/^Post .*Sponsor.*: |^Post, in a call that it asked for: /);
  });

  test("in which the other speaks first is told as made by whoever made it", () => {
    const { model, entries } = simulate(crisis(ROAD, ASKING, JSON.stringify({ add: { timeline: [ENTRY] } })), seeded(1));
    const turned = entries.map((entry): Entry => (entry.kind === "call" ? { ...entry, who: entry.whom, whom: entry.who } : entry));
    const [query] = tellStory(model, turned).filter(({ entry }) => turned[entry]!.kind === "message");
    expect(query!.text).toMatch(/^Post, (rung up by Sponsor|in a call from Sponsor|when Sponsor calls): /);
  });

  test("in which nothing is said that has a line is told when it is over", () => {
    const { model, entries } = simulate(crisis(ROAD, ASKING, JSON.stringify({ add: { timeline: [ENTRY] } })), seeded(1));
    const calls = (instead: object): readonly string[] => {
      const silent = entries.map((entry): Entry => (entry.kind === "message" && entry.message === "query" ? { ...entry, message: "notice", ...(entry.stage === "delivered" ? instead : {}) } : entry));
      return texts(tellStory(model, silent).filter(({ entry }) => silent[entry]!.kind === "perceived" && (silent[entry] as EntryOf<"perceived">).percept === "call.answered").map((line) => ({ line })));
    };
    expect(calls({})).toEqual(["Post calls Sponsor. Notices are given, and nothing else is said."]);
    expect(calls({ stage: "lapsed" })).toEqual(["Post calls Sponsor. What it was about has passed."]);
  });

  test("at a level above the duty officers names the level, and has a line of its own above the lowest of its line", () => {
    const general = texts(toldOf("message", ASKING, [ENTRY], { set: { "channels.wire.tiers": ["general"] } }).filter(({ entry }) => entry.line !== undefined));
    expect(general.filter((text) => text.includes("(general officers)")).length).toBeGreaterThan(2);
    for (const text of texts(toldOf("message", ASKING, [ENTRY]))) expect(text).not.toMatch(/officers/);
    const higher = texts(toldOf("call", ASKING, [HIT], { set: { "channels.wire.tiers": ["duty-officer", "chiefs"] } }));
    expect(higher).toEqual([expect.stringMatching(/^(Post .*Sponsor|An unscheduled call, Post to Sponsor) \(chiefs of staff\)/)]);
  });

  test("that stays away is told twice in a row, and no more until the line is used again", () => {
    const shut = { set: { "channels.wire.practised": "closed" } };
    expect(toldOf("call", {}, [], shut).map(({ entry, line }) => [entry.call, Math.floor(line.at / DAY)])).toEqual([["not-rung", 0], ["not-rung", 1]]);
    const outages = [{ id: "dead", at: "day 1 07:00", shock: "line-outage", channel: "wire", lasts: "1 d" }, { id: "dead-again", at: "day 3 07:00", shock: "line-outage", channel: "wire", lasts: "1 d" }];
    expect(toldOf("call", {}, outages).map(({ entry }) => entry.call)).toEqual(["went-dead", "not-rung", "opened", "went-dead", "not-rung", "opened"]);
  });

  test("over a line that is declared suspended is told twice, since nobody would expect it, and is routine then", () => {
    const told = texts(toldOf("call", {}, [], { set: { "channels.wire.declared": "suspended" } }));
    expect(told[0]).toBe("The line stands as suspended.");
    expect(told.slice(1)).toEqual(Array.from({ length: 2 }, () => expect.stringMatching(/^(The due call takes place, suspended or not|The line is declared suspended, and the call is taken all the same)\.$/)));
  });
});

describe("a message", () => {
  test("is said by its author, in words for what it is, and has a line only once it is said, and none where what becomes of it says as much", () => {
    const told = toldOf("message", ASKING, [ENTRY]);
    expect(told.map(({ entry: { message, stage, who }, line: { tag } }) => [message, stage, who, tag])).toEqual([
      ["query", "delivered", "post", "LINE"],
      ["request-to-leave", "at-patron", "post", "LINE"],
      ["denial", "delivered", "sponsor", "LINE"],
      ["relay-result", "delivered", "sponsor", "LINE"],
      ["warning", "at-patron", "post", "LINE"], ["warning", "delivered", "post", "RELAY"],
    ]);
    expect(wordsOf(told, "query", "delivered")[0]).toMatch(/^Post .*: .*\?$/);
    expect(isSaid(wordsOf(told, "denial", "delivered")[0]!, "denial")).toBe(true);
    expect(wordsOf(told, "request-to-leave", "at-patron")[0]).toMatch(/^Post .*: .* Sponsor passes it on\.$/);
    expect(wordsOf(told, "warning", "delivered")[0]).toMatch(/^(The warning reaches Column|Column has the warning|Word of the warning comes to Column)\.$/);
  });

  test("that a patron says for its client is said by the patron, for the client", () => {
    const said = wordsOf(toldOf("message", {}, [ASKS_CONSENT], { set: { "parties.post.stances.capital": "adversary", "parties.sponsor.stances.capital": "client" }, add: CAPITAL }), "request-for-consent", "delivered");
    expect(said).toEqual([expect.stringMatching(/^Sponsor .*, for Capital: (consent is asked for|it is asked whether) .*\.$/)]);
  });

  test("between friends is a word passed on, and names both", () => {
    const told = toldOf("message", {}, [ASKS_CONSENT], { set: { "parties.post.stances.capital": "adversary", "parties.sponsor.stances.capital": "client" }, add: CAPITAL });
    expect(told.filter(({ entry }) => entry.stage === "at-patron" && entry.line === undefined).map(({ line: { tag, text } }) => `${tag} ${text}`)).toEqual([expect.stringMatching(/^RELAY Capital to Sponsor: (consent is asked for|it is asked whether) .*\. Sponsor passes it on\.$/)]);
  });

  test.each([
    ["garbled", /^Post calls Sponsor\. Its query (comes through garbled|cannot be understood)\.$/],
    ["mismatched", /^Post calls Sponsor\. Its query (is lost between interpreter and officer, who speak of different things|reaches somebody who cannot act on it)\.$/],
    ["lost", /^Post calls Sponsor\. Its query (is spoken, and not taken down|is said, and nobody there takes it down)\.$/],
  ] as const)("that is %s says so, and not what it said", (heard, words) => {
    const [text] = wordsOf(toldOf("message", { ...ASKING, "line.heard": heard }, [ENTRY]), "query", heard);
    expect(text).toMatch(words);
    expect(isSaid(text!, "query")).toBe(false);
  });

  test("that is misheard is put right where it is read back, and otherwise noted down wrong", () => {
    const told = (caught: number) => toldOf("message", { ...ASKING, "line.heard": "wrong", "line.read-back-catches": caught }, [ENTRY]);
    expect(wordsOf(told(1), "request-to-leave", "at-patron")[0]).not.toContain("noted down");
    expect(wordsOf(told(0), "query", "wrong")[0]).toMatch(/^Post .*: .* Sponsor notes it down wrongly\.$/);
    const consent = toldOf("message", { "line.heard": "wrong", "line.read-back-catches": 1 }, [ASKS_CONSENT], { set: { "parties.post.stances.capital": "adversary", "parties.sponsor.stances.capital": "client" }, add: CAPITAL });
    expect(wordsOf(consent, "request-for-consent", "corrected")).toEqual([expect.stringMatching(/ Misheard at first, put right on reading back\.$/)]);
  });

  test("that is no more than a courtesy is not told as put right", () => {
    const told = toldOf("message", { "line.heard": "wrong", "line.read-back-catches": 1 }, [HIT]).filter(({ entry }) => entry.stage === "corrected");
    expect(told.map(({ entry }) => entry.message)).toContain("standing-rule");
    expect(texts(told).filter((text) => text.includes("Misheard"))).toEqual([]);
  });

  test("that nobody can say in time lapses, and that is told; what is no longer called for has no line", () => {
    const closed = { set: { "channels.wire.practised": "closed" } };
    expect(wordsOf(toldOf("message", { ...ASKING, "message.keeps": "2 h" }, [ENTRY], closed), "query", "lapsed")).toEqual([expect.stringMatching(/^Post's query (was never said: it has waited too long|has waited too long, and is not said|could not be said in time, and is dropped)\.$/)]);
    const left = { id: "left", at: "day 1 14:00", incident: "withdraw", by: "column", against: "post", forced: true };
    const asking = { ...ASKING, "line.sets-up": "3 h", "line.sets-up/chiefs": "3 h", "line.sets-up/three-star": "3 h" };
    const { model, entries } = simulate(crisis(ROAD, asking, JSON.stringify({ add: { timeline: [ENTRY, left] } })), seeded(1));
    const lapsed = entries.filter((entry) => entry.kind === "message" && entry.stage === "lapsed");
    expect(lapsed.length).toBeGreaterThan(0);
    expect(tellStory(model, entries).filter(({ entry }) => lapsed.includes(entries[entry]!))).toEqual([]);
  });

  test.each([["Sponsor", "does"], ["the sponsors", "do"]])("that is not believed says who does not accept it: %s", (name, verb) => {
    const certainly = { "word.believed-at-fair": 0, "word.believed-at-low": 0, "word.believed-at-wary": 0 };
    const told = wordsOf(toldOf("message", certainly, [HIT], { set: { "parties.sponsor.name": name } }), "explanation", "doubted");
    expect(told.length).toBeGreaterThan(0);
    for (const text of told) expect(text).toMatch(new RegExp(`^Post .*: .* ${name[0]!.toUpperCase()}${name.slice(1)} ${verb} not accept that\\.$`));
  });

  test("that is routine has no line where it comes through, and one where it does not", () => {
    expect(toldOf("message", {})).toEqual([]);
    expect(wordsOf(toldOf("message", { "line.heard": "lost" }), "notice", "lost").length).toBeGreaterThan(2);
  });

  test("speaks of whoever it is for, and not of who hears it", () => {
    const [warning] = wordsOf(toldOf("message", ASKING, [ENTRY], { set: { "parties.column.name": "the companies" } }), "warning", "at-patron");
    expect(saying(warning!)).not.toContain("Sponsor");
    const all = toldOf("message", { ...ASKING, "garrison.warns-again": "6 h" }, ["day 1 10:00", "day 1 20:00", "day 2 10:00", "day 2 20:00", "day 3 10:00"].map((at, i) => ({ ...ENTRY, id: `in-${i}`, at })), { set: { "parties.column.name": "the companies" } });
    const said = [...wordsOf(all, "request-to-leave", "at-patron"), ...wordsOf(all, "warning", "at-patron")];
    expect(said.some((text) => text.includes("the companies"))).toBe(true);
    expect(said.filter((text) => saying(text).includes("Sponsor"))).toEqual([]);
  });

  test("nobodyHearsOfItselfAsOfSomebodyElse: over a line the hearer is not named, but where consent is asked of it; and a question about somebody names whom the asker saw", () => {
    let [said, asked] = [0, 0];
    for (const [model, seeds] of [[compileModel(loadShipped("at-tanf-2017")), 40], [compileModel(loadShipped("dgmo-hotline")), 10]] as const) {
      const { channels } = model.scenario;
      for (let seed = 0; seed < seeds; seed++) {
        const { entries } = simulate(model, seeded(seed));
        for (const { entry: number, text, repeats } of tellStory(model, entries)) {
          const entry = entries[number]!;
          if (entry.kind !== "message" || entry.line === undefined || repeats || entry.message === "request-for-consent" || !SAID.has(entry.stage)) continue;
          const speaker = channels[entry.line]!.between.find((end) => end === entry.who) ?? entry.via;
          const hearer = partyName(model.scenario, channels[entry.line]!.between.find((end) => end !== speaker));
          const words = saying(text).replace(new RegExp(` [^.]*${hearer} (passes it on|notes it down wrongly|does not accept that|does not rely on it)\\.$`), "");
          expect({ seed, text, names: words.includes(hearer) }).toEqual({ seed, text, names: false });
          said++;
          if (entry.message !== "query" || !ABOUT_SOMEBODY.has(messageWords(entry, entries))) continue;
          expect({ seed, text: words }).toEqual({ seed, text: expect.stringContaining(partyName(model.scenario, sightBehind(entry, entries, entry.who)?.whom)) as string });
          asked++;
        }
      }
    }
    expect(said).toBeGreaterThan(1000);
    expect(asked).toBeGreaterThan(20);
  });

  test("to the one it is about speaks to it, and does not ask it to tell itself", () => {
    const { model, entries } = simulate(crisis(BORDER, {}, JSON.stringify({ add: { timeline: [{ id: "shots", at: "day 1 12:00", incident: "harass", by: "south", against: "north", forced: true }] } })), seeded(1));
    const query = entries.find((entry) => entry.kind === "message" && entry.stage === "delivered" && entry.message !== "notice");
    const words = Array.from({ length: 30 }, (_, i) => entries.map((entry): Entry => (entry === query ? { ...query, id: `warning-${i}`, message: "warning" } as Entry : entry)))
      .map((changed) => saying(tellStory(model, changed).find(({ entry }) => entry === query!.number)!.text));
    expect(words.filter((text) => /\byou\b/.test(text)).length).toBeGreaterThan(0);
    expect(words.filter((text) => /tell|North|South/.test(text))).toEqual([]);
  });

  test("that a client has its patron say is said in the words in which it was told", () => {
    const told = toldOf("message", {}, [ASKS_CONSENT], { set: { "parties.post.stances.capital": "adversary", "parties.sponsor.stances.capital": "client" }, add: CAPITAL });
    const asked = [...wordsOf(told, "request-for-consent", "at-patron"), ...wordsOf(told, "request-for-consent", "delivered")].map(saying);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toBe(asked[0]);
  });

  test("that is an answer and is lost leaves whoever asked without one", () => {
    const lost = wordsOf(toldOf("message", { "garrison.consent": "refuse", "line.heard": "lost" }, [ASKS_CONSENT], { set: { "parties.post.stances.capital": "adversary", "parties.sponsor.stances.capital": "client" }, add: CAPITAL }), "request-for-consent", "lost");
    expect(lost.length).toBe(1);
    expect(lost[0]).not.toContain("no answer");
    const { model, entries } = simulate(crisis(ROAD, { "garrison.consent": "refuse" }, JSON.stringify({ set: { "parties.post.stances.capital": "adversary", "parties.sponsor.stances.capital": "client" }, add: { ...CAPITAL, timeline: [ASKS_CONSENT] } })), seeded(1));
    const refused = entries.map((entry): Entry => (entry.kind === "message" && entry.message === "refusal" && entry.stage === "at-patron" ? { ...entry, stage: "lost" } : entry));
    expect(tellStory(model, refused).map(({ text }) => text)).toContainEqual(expect.stringMatching(/refusal is (spoken, and not taken down|said, and nobody there takes it down)\. Capital has no answer\.$/));
  });

  test("that is routine has no line of its own in a call that is in one log alone", () => {
    const told = toldOf("message", { "line.disputed": 1 });
    expect(wordsOf(told, "notice", "lost")).toEqual([]);
  });

  test("that warns day after day is told twice in the words in which it is said, and then as said again; that it arrives once more is not told", () => {
    const told = toldOf("message", { "garrison.warns-again": "1 d" }, GATHERING).filter(({ entry }) => entry.message === "warning");
    expect(told.map(({ entry, line }) => [entry.stage, Math.floor(line.at / DAY), line.repeats])).toEqual([["at-patron", 0, false], ["delivered", 0, false], ["at-patron", 1, false], ["at-patron", 2, true], ["at-patron", 3, true]]);
    expect(texts(told).map((text) => text.startsWith("Post: "))).toEqual([true, false, true, false, false]);
    for (const text of texts(told.slice(3))) expect(text).toMatch(/warn/);
  });

  test("that warns again is told even then where it is taken for something", () => {
    const told = toldOf("message", { "garrison.warns-again": "1 d", "firmness.read": "resented" }, GATHERING).filter(({ entry }) => entry.message === "warning" && entry.stage === "delivered");
    expect(told.length).toBeGreaterThan(2);
  });

  test("is not said in the same words on one line within three days: where the words run out, it is said again", () => {
    // The sponsor suspends the line, and the post checks every three hours whether it still works.
    const told = toldOf("message", { "patron.after-a-hit": "suspend", "line.kept-in-practice": 1, "garrison.rings-again": "3 h" }, [HIT]);
    const words = MESSAGE_PHRASES["communications-check"].length;
    const first = told[0]!.line.at;
    const said = wordsOf(told.filter(({ line }) => line.at <= first + 3 * DAY), "communications-check", "delivered").map((text) => `Post: ${saying(text)}`);
    expect(said.length).toBeGreaterThan(3 * words);
    expect(new Set(said).size).toBe(said.length);
    expect(said.slice(0, words).sort()).toEqual(MESSAGE_PHRASES["communications-check"].map((phrase) => `Post: ${phrase}`).sort());
    expect(said.slice(words, 3 * words).filter((text) => !/^Post: (again|once more|as before|still|the same again): [a-z]/.test(text))).toEqual([]);
  });
});

describe("a request that is passed on", () => {
  const relayed = (certainly: Certainties, set: object = {}): readonly Told<"relay">[] => toldOf("relay", { ...ASKING, ...certainly }, [ENTRY], { set });
  const first = (told: readonly Told<"relay">[], relay: EntryOf<"relay">["relay"]): string => texts(told.filter(({ entry }) => entry.relay === relay))[0]!;

  test("is followed or not, and the patron does not know it yet", () => {
    expect(first(relayed({ "relay.complied": 1 }), "complied")).toMatch(/Column.* Sponsor does not know it yet\.$/);
    expect(first(relayed({ "relay.complied": 0 }), "ignored")).toMatch(/Column.* Sponsor does not know it yet\.$/);
    expect(first(relayed({ "relay.complied": 0 }, { "parties.sponsor.name": "the backers" }), "ignored")).toMatch(/ The backers do not know it yet\.$/);
  });

  test("and of which the patron does not know yet what came of it is said to be so once", () => {
    const told = texts(toldOf("relay", { ...ASKING, "relay.complied": 0 }, [["enter", "day 1 10:00"], ["withdraw", "day 1 20:00"], ["enter", "day 3 10:00"]].map(([does, at]) => ({ ...ENTRY, id: `item-${at}`.replaceAll(/[ :]/g, "-"), incident: does, at }))));
    expect(told.length).toBeGreaterThan(1);
    expect(told.filter((text) => text.includes("does not know it yet"))).toEqual([told[0]]);
  });

  test("is not passed on by a patron that has had enough, and that is said twice: of the patron, and of the one who never hears of it", () => {
    const certainly = { ...ASKING, "garrison.assessment": "2 h", "garrison.loses-interest": "2 h", "patron.after-a-hit": "suspend", "line.kept-in-practice": 1 };
    const items = [HIT, { ...ENTRY, at: "day 2 12:00" }];
    expect(wordsOf(toldOf("message", certainly, items), "request-to-leave", "declined")).toEqual([expect.stringMatching(/^Sponsor (declines to pass on|does not pass on) the request to leave\.$/)]);
    expect(texts(toldOf("relay", certainly, items))).toEqual([expect.stringMatching(/^(The request to Column was not passed on|Column never hears of the request)\.$/)]);
  });

  test("may never be verified, and then its patron says so of whoever was asked, and nobody else does", () => {
    expect(texts(relayed({ "relay.verified": 0 })).filter((text) => text.includes("verif"))).toEqual([]);
    expect(wordsOf(toldOf("message", { ...ASKING, "relay.verified": 0 }, [ENTRY]), "relay-result", "delivered")).toEqual([expect.stringMatching(/^Sponsor .*: (passed on to Column\. Not verified|the request reached Column\. We cannot say more|Column has been told\. What came of it we do not know)\.$/)]);
  });

  test("and about whose fate its patron will say nothing is told as not verified by the patron", () => {
    const { model, entries } = simulate(crisis(ROAD, { ...ASKING, "relay.verified": 0 }, JSON.stringify({ add: { timeline: [ENTRY] } })), seeded(1));
    const silent = entries.map((entry): Entry => (entry.kind === "message" && entry.message === "relay-result" ? { ...entry, message: "notice" } : entry));
    const told = tellStory(model, silent).filter(({ entry }) => silent[entry]!.kind === "relay" && (silent[entry] as EntryOf<"relay">).relay === "unverified");
    expect(texts(told.map((line) => ({ line })))).toEqual([expect.stringMatching(/^Sponsor cannot (verify whether Column followed the request|say what Column made of the request)\.$|^What Column made of it: not verified by Sponsor\.$/)]);
  });
});
