// What no line of src may say, where it is looked for, and what to use in its place.
// Knows patterns alone; floor-plan.ts applies them.
// Invariant: every pattern is global, and every ban says what to do.

import type { Views } from "./source-views.ts";

/** Something that may not be written in src. */
export interface Ban {
  /** How the report calls it; the matched text where it is left out. */
  readonly name?: string;
  readonly pattern: RegExp;
  readonly within: keyof Views;
  readonly instead: string;
  /** Rooms and paths in which it is allowed. */
  readonly allowedIn?: readonly string[];
}

const EFFECTS = ["main", "commands", "session", "tui"];
const LOCALES = ["scenario", "src/kernel/time.ts"];

/** What is banned in every room. */
export const BANNED: readonly Ban[] = [
  { name: "Math.random", pattern: /\bMath\.random\b/g, within: "code", instead: "use a keyed draw of kernel/random" },
  { name: "Date.now", pattern: /\bDate\.now\b/g, within: "code", instead: "use the minutes of kernel/time", allowedIn: EFFECTS },
  { name: "new Date(", pattern: /\bnew Date\b/g, within: "code", instead: "use the minutes of kernel/time", allowedIn: EFFECTS },
  { name: "performance.now", pattern: /\bperformance\.now\b/g, within: "code", instead: "measure in commands or in the bench", allowedIn: EFFECTS },
  { pattern: /\b(?:setTimeout|setInterval|setImmediate)\b/g, within: "code", instead: "put it on the event list", allowedIn: EFFECTS },
  { name: "console", pattern: /\bconsole\s*\./g, within: "code", instead: "return a value and let a command write it", allowedIn: ["main", "commands"] },
  { name: "process", pattern: /(?<![\w$])process\s*(?:\?\.|\.|\[)/g, within: "code", instead: "let main hand in what is needed", allowedIn: ["main"] },
  { pattern: /\btoLocale\w*/g, within: "code", instead: "no order or text depends on locale", allowedIn: LOCALES },
  { name: "localeCompare", pattern: /\blocaleCompare\b/g, within: "code", instead: "compare code units with <", allowedIn: LOCALES },
  { name: "Intl", pattern: /\bIntl\b/g, within: "code", instead: "use the offsets that the scenario carries", allowedIn: LOCALES },
  { name: "enum", pattern: /^[ \t]*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w/gm, within: "code", instead: "use a union of names" },
  { name: "export default", pattern: /\bexport\s+default\b/g, within: "code", instead: "export it by name" },
  { name: "export *", pattern: /\bexport\s*\*/g, within: "code", instead: "import from the file itself" },
  { name: "any", pattern: /(?:[:<,|&=]\s*|\bas\s+)any\b(?!\s*[:(?])/g, within: "code", instead: "use unknown, or say what it is" },
  { pattern: /\b(?:TODO|FIXME)\b/g, within: "everything", instead: "do it, or open an issue" },
  // The years that scenarios play in; 1970 is where calendars count from, and 2000 is a number more often than a year.
  { name: "a year", pattern: /(?<![\w.-])(?:19[4-9]\d|20[0-3]\d)(?![\w.])(?<!1970|2000|2030)/g, within: "uncommented", instead: "scenarios have dates (an example is dated 2030)" },
];

/** What would tie the program to one scenario, in code, strings and comments alike. */
export const SCENARIO_WORDS: readonly Ban[] = [
  { pattern: /(?<![A-Za-z])(?:al-?)?tanf(?![a-z])/gi, within: "everything", instead: "the program knows no scenario" },
];

/** What the kernel has never heard of. */
export const KERNEL_BANS: readonly Ban[] = [
  "convoy", "militia", "coalition", "garrison", "rebel", "patron", "government", "alliance", "russia", "syria",
  "stance", "doctrine", "strike", "drone", "incident", "hotline", "relay", "escalation", "deconflict",
].map((word) => ({ pattern: domainWord(word), within: "everything", instead: "the kernel has no word of the domain" }));

/** A word alone or as a part of a camelCase name: `stance`, `Stances`, `topStance`, but not `instance`. */
function domainWord(word: string): RegExp {
  const capital = word[0].toUpperCase() + word.slice(1);
  return new RegExp(`(?<![A-Za-z])${word}|${capital}`, "g");
}
