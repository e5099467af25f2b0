// What is said in public, where everyone hears it and nobody has to answer.
// Knows the CAMEO code and Goldstein value of each kind; must not know how a hearer takes it.
// Invariant: a statement travels over no line; what is said over a line is a message.
// Sources as for messages.

/** What is fixed about a kind of public statement. */
export interface StatementTerm {
  readonly label: string;
  readonly code: string;
  readonly goldstein: number;
  /** How a hearer it concerns may take it; "open" ones can be taken for a threat or for an appeal. */
  readonly tone: "firm" | "soft" | "open" | "neutral";
  /** Whether it is issued at any hour. */
  readonly urgent: boolean;
}

const statement = (label: string, code: string, goldstein: number, tone: StatementTerm["tone"], urgent = false): StatementTerm => ({
  label, code, goldstein, tone, urgent,
});

/** Every kind of public statement. */
export const STATEMENTS = {
  "self-defence": statement("account of self-defence", "015", 0.0, "neutral"),
  "condemnation": statement("condemnation", "111", -2.0, "firm"),
  "caution": statement("warning of escalation", "130", -4.4, "open"),
  "threat": statement("threat of force", "138", -7.0, "firm"),
  "red-line": statement("declaration of a red line", "139", -7.0, "firm"),
  "assurance": statement("assurance", "013", 0.4, "soft"),
  "restraint": statement("declaration of restraint", "013", 0.4, "soft"),
  "credit": statement("credit to the other side's efforts", "051", 3.4, "soft"),
  "appeal": statement("appeal for calm", "020", 3.0, "soft"),
  "denial": statement("denial", "016", -2.0, "neutral"),
  "disowning": statement("disowning of an act", "016", -2.0, "soft"),
  "reserved-position": statement("reserved position", "120", -4.0, "neutral"),
  "suspension": statement("announcement that the line is suspended", "160", -4.0, "firm", true),
  "resumption": statement("announcement that the line is restored", "0312", 5.2, "soft"),
  "regret": statement("regret", "018", 3.4, "soft"),
  "pause": statement("announcement of a pause", "0871", 9.0, "soft", true),
  "sighting": statement("report of movement", "010", 0.0, "neutral"),
  "announcement": statement("announcement", "010", 0.0, "neutral"),
} as const satisfies Readonly<Record<string, StatementTerm>>;

/** The name of a public statement, as in scenario files and traces. */
export type StatementName = keyof typeof STATEMENTS;

/** All statement names in a fixed order: the index is the statement's number inside a run. */
export const STATEMENT_NAMES = Object.keys(STATEMENTS) as readonly StatementName[];
