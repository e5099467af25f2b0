// What is said over a line, from the communications check to the apology.
// Knows the CAMEO code and Goldstein value of each message; must not know who says it, or what it does to anyone.
// Invariant: a message without a code is a receipt, which is no event in CAMEO; a claim (015) is one.
// Explanation (010), regret (018) and apology (055) are three things. For consent 030 is used rather than 062.

/** What is fixed about a kind of message; `code` is empty for receipts. */
export interface MessageTerm {
  readonly label: string;
  readonly code: string;
  readonly goldstein: number;
  /** Whether it asks for something the other may refuse. */
  readonly asks: boolean;
}

const message = (label: string, code: string, goldstein: number, asks = false): MessageTerm => ({ label, code, goldstein, asks });

/** Every message that can go over a line or be relayed. */
export const MESSAGES = {
  "communications-check": message("communications check", "041", 1.0),
  "notice": message("notice of area and window", "064", 7.0),
  "query": message("query of attribution", "0214", 3.4, true),
  "denial": message("denial", "016", -2.0),
  "claim": message("acknowledgement", "015", 0.0),
  "no-influence": message("no influence over them", "016", -2.0),
  "undertaking": message("undertaking to find out", "030", 4.0),
  "no-answer": message("no answer found", "011", -0.1),
  "relay-result": message("relay result", "064", 7.0),
  "request-to-leave": message("request to leave", "0256", -0.3, true),
  "request-for-consent": message("request for consent", "0212", 3.4, true),
  "consent": message("consent", "030", 4.0),
  "refusal": message("refusal", "1212", -4.0),
  "end-of-consent": message("end of consent", "0256", -0.3),
  "revocation": message("revocation of consent", "1212", -4.0),
  "correction": message("correction", "064", 7.0),
  "warning": message("warning of hostile intent", "138", -7.0),
  "ultimatum": message("ultimatum", "139", -7.0),
  "demand-to-cease": message("demand to cease", "1056", -5.0, true),
  "protest": message("protest", "111", -2.0),
  "reserved-position": message("reserved position", "120", -4.0),
  "request-for-a-pause": message("request for a pause", "0256", -0.3, true),
  "request-for-cover": message("request for cover", "0234", 3.4, true),
  "proposal-to-meet": message("proposal of a line or meeting", "036", 4.0, true),
  "suspension": message("suspension", "160", -4.0),
  "resumption": message("resumption", "0312", 5.2),
  "explanation": message("explanation", "010", 0.0),
  "standing-rule": message("statement that the rule stands", "010", 0.0),
  "stock-taking": message("stock-taking between officers", "040", 1.0),
  "regret": message("regret", "018", 3.4),
  "apology": message("apology", "055", 7.0),
  "assurance": message("assurance", "013", 0.4),
} as const satisfies Readonly<Record<string, MessageTerm>>;

/** The name of a message, as in scenario files and traces. */
export type MessageName = keyof typeof MESSAGES;

/** Messages that warn of force. */
export const WARNINGS: readonly MessageName[] = ["warning", "ultimatum"];

/** Messages that ask for what is complied with or not. */
export const REQUESTS_TO_COMPLY: readonly MessageName[] = ["request-to-leave", "demand-to-cease"];

/** All message names in a fixed order: the index is the message's number inside a run. */
export const MESSAGE_NAMES = Object.keys(MESSAGES) as readonly MessageName[];
