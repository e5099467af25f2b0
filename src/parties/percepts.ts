// What a stance can perceive: the whole alphabet of the charts, egocentric and already read.
// Knows names and sentences; must not know who perceives, when, or what the truth was.
// Invariant: a percept is a fact in the past tense or a reading; it carries no number and no name of a party.
// Firmness and restraint come already read, since either can calm or provoke (Jervis 1976, Glaser 1997).

/** Every percept with the sentence that explains it to a person. */
export const PERCEPTS = {
  "noticed.self": "saw movement outside, nothing more",
  "agreed.self": "saw done what it had agreed to",
  "massed.self": "saw forces gather outside",
  "approached.self": "saw them come in",
  "menaced.self": "read it as hostile intent",
  "dug-in.self": "saw them dig in and stay",
  "flown-at.self": "was attacked by a single aircraft or drone",
  "fired-near.self": "heard fire close by",
  "fired-on.self": "came under fire",
  "struck.self": "was hit, with losses",
  "unowned.movement": "saw movement that it could put down to nobody",
  "unowned.fire": "came under fire, or near it, that it could put down to nobody",
  "unowned.flight": "was attacked from the air by nobody it could name",
  "left.self": "saw them leave",
  "halted.self": "saw them stop where they were",
  "passed-by.self": "saw them go another way",
  "neared.partner": "saw a partner threatened",
  "struck.partner": "saw a partner hit",
  "neared.client": "saw a client threatened",
  "struck.client": "saw a client hit",
  "beside.self": "found the other principal's people close to its own",
  "dead.learned": "learned of the dead",
  "mistake.learned": "learned that its own force hit the wrong target",
  "firmness.heeded": "took firmness as a limit to keep to",
  "firmness.resented": "took firmness as a claim to answer",
  "restraint.trusted": "took restraint as good faith",
  "restraint.tested": "took restraint as room to push",
  "strike.done": "carried out its own strike",
  "consent.delivered": "knows that its consent was heard",
  "warning.delivered": "knows that its warning got through",
  "warning.undeliverable": "knows that its warning did not get through",
  "relay.complied": "heard that the request was followed",
  "relay.ignored": "heard that the request was not followed",
  "relay.unverified": "could not learn whether the request was followed",
  "relay.declined": "was told that the request would not be passed on",
  "relay.heeded": "was asked through its patron, and will follow",
  "relay.shrugged": "was asked through its patron, and will not follow",
  "relay.asked": "was asked to pass something on",
  "told.query": "was asked whose they are",
  "told.denial": "was told: not ours",
  "told.claim": "was told: ours",
  "told.no-influence": "was told: no influence over them",
  "told.notice": "was given notice",
  "told.request": "was asked for something over the line",
  "told.consent-request": "was asked to consent",
  "told.consent": "was given consent",
  "told.refusal": "was refused",
  "told.protest": "received a protest",
  "told.warning": "was warned over the line about a client",
  "told.explanation": "received an explanation and believed it",
  "told.regret": "received regret or an apology and believed it",
  "told.pause-request": "was asked for a pause",
  "told.proposal": "was offered a meeting or a line",
  "told.doubted": "heard them out and did not believe them",
  "told.late": "was told too late to act on it",
  "told.unclear": "could not make out what was meant",
  "call.answered": "reached the other side",
  "call.missed": "did not reach the other side",
  "line.suspended": "heard the line declared suspended",
  "line.restored": "heard the line declared restored",
  "stated.threat": "heard a public threat",
  "stated.blame": "was blamed in public",
  "stated.appeal": "heard an appeal or an assurance",
  "pressed.slight": "came under slight pressure to move",
  "pressed.serious": "came under serious pressure to move",
  "pressed.grave": "came under grave pressure to move",
  "order.advance": "was ordered forward",
  "order.hold": "was ordered to hold",
  "order.withdraw": "was ordered back",
  "order.go-round": "was ordered to take another road",
  "order.ask-consent": "was told to ask for consent",
  "order.reply": "was cleared to reply",
  "order.talk": "was told to talk",
  "shock.felt": "was shaken by an event elsewhere",
  "own.force-used": "its own side used force",
  "own.hit": "its own side was hit",
} as const satisfies Readonly<Record<string, string>>;

/** The name of a percept. */
export type Percept = keyof typeof PERCEPTS;

/** All percepts in a fixed order: the index is the percept's number inside a run. */
export const PERCEPT_NAMES = Object.keys(PERCEPTS) as readonly Percept[];

/** Every percept but those named: what a chart that listens for these lets pass. */
export function allBut(...heard: readonly Percept[]): readonly Percept[] {
  return PERCEPT_NAMES.filter((name) => !heard.includes(name));
}
