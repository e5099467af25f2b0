// The form of an inject: what kind, its fields, and the amendment it makes.

import { partyName, spaced } from "../report/words.ts";
import { isDistance, isDuration, whyNoTime, writtenTime } from "../report/written.ts";
import { actingParties, type Model } from "../simulation/model.ts";
import { type ActName, ACTS } from "../terms/acts.ts";
import { type StatementName, STATEMENTS } from "../terms/statements.ts";
import { choiceText, type INJECT_KINDS, injectFields, LINE_SHOCKS, NONE } from "./inject-fields.ts";
import { blockYaml, type Written } from "./inject-overlay.ts";
import type { Effect } from "./state.ts";

/** The name of a kind of inject. */
export type InjectKind = (typeof INJECT_KINDS)[number];

/**
 * A form being filled in: values by field name, and the place of the field with the cursor. `filter` is what was typed to
 * find a choice; `sent` is how many steps the run had when the form was sent, so that one more of them means it was taken.
 */
export interface InjectForm {
  readonly kind: InjectKind;
  readonly values: Readonly<Record<string, string>>;
  readonly focus: number;
  readonly filter?: string;
  readonly sent?: number;
}

/** A field: one of several choices, or text where there are none. */
export interface Field { readonly name: string; readonly label: string; readonly choices: readonly string[]; readonly value: string; }

/** An empty form. */
export function openForm(): InjectForm {
  return { kind: "incident", values: {}, focus: 0 };
}

/** The fields of a form, with the values that stand now. */
export function fieldsOf(form: InjectForm, model: Model): readonly Field[] {
  return injectFields(form, model);
}

/** The form with another value in a field. */
export function withValue({ filter: _filter, sent: _sent, ...form }: InjectForm, { name }: Field, value: string): InjectForm {
  return name === "kind" ? { ...form, kind: value as InjectKind } : { ...form, values: { ...form.values, [name]: value } };
}

/** Whether an incident or a statement makes a party with a doctrine act or speak, which is then marked as forced. */
export function isForced(form: InjectForm, model: Model): boolean {
  const by = form.kind === "incident" || form.kind === "statement" ? model.partyOf.get(valuesOf(form, model)["by"]!) : undefined;
  return by !== undefined && model.acting[by] === true;
}

/** What a filled form asks for, or what is still wrong with it. */
export function effectOf(form: InjectForm, model: Model, now: number): Effect | { readonly wrong: string } {
  const values = valuesOf(form, model);
  const wrong = wrongWith(form, values, model, now);
  if (wrong !== undefined) return { wrong };
  if (form.kind === "message") return forced("line.heard", values["heard"]!, values["line"]!, "message", model);
  if (form.kind === "call") return forced(values["taken"] === "cut-off" ? "line.ends" : "line.answered", values["taken"]!, values["line"]!, "call", model);
  const id = freeId(model);
  const at = values["when"] === "now" ? writtenTime(model.scenario, now) : values["when"]!.replace("T", " ");
  const item: { readonly [key: string]: Written } = { id, at, ...contentOf(form, values, model), ...(values["text"]!.trim() === "" ? {} : { text: values["text"]!.trim() }) };
  return { do: "amend", overlay: `${blockYaml({ add: { timeline: [item] } })}\n`, what: `${id}: ${sentenceOf(form.kind, values, model)}, ${values["when"] === "now" ? "now" : `at ${at}`}` };
}

type Values = Readonly<Record<string, string>>;

// A time that is typed in full, with spaces around it, is the same time.
function valuesOf(form: InjectForm, model: Model): Values {
  return Object.fromEntries(fieldsOf(form, model).map(({ name, value }) => [name, name === "text" ? value : value.trim()]));
}

function wrongWith({ kind }: InjectForm, values: Values, model: Model, now: number): string | undefined {
  if ((kind === "line" || kind === "message" || kind === "call") && values["line"] === "") return "this scenario has no line";
  if ((kind === "pressure" || kind === "order") && values["toward"] === "") return "no party here stands toward another";
  if (kind === "incident") {
    if (values["by"] === values["against"]) return "nobody does this to itself: choose somebody else under by or against";
    if (values["distance"] !== "" && !isDistance(kilometres(values["distance"]!))) return `"${values["distance"]!}" is no distance; write it like 12`;
    if (values["against"] === NONE.party && values["seen"] === NONE.seen) return "an incident against nobody concerns nobody: choose everybody under seen by, or somebody under against";
  }
  if (kind === "line" && values["lasts"] !== undefined && values["lasts"] !== "" && !isDuration(values["lasts"])) return `"${values["lasts"]}" is no duration; write 90 m, 6 h or 2 d`;
  return values["when"] === undefined || values["when"] === "now" ? undefined : whyNoTime(model.scenario, values["when"], now);
}

function contentOf(form: InjectForm, values: Values, model: Model): { readonly [key: string]: Written } {
  const unless = (key: string, value: string | undefined, none: string, written: Written = value ?? ""): { readonly [key: string]: Written } => (value === none ? {} : { [key]: written });
  switch (form.kind) {
    case "incident": return {
      incident: values["act"]!, by: values["by"]!,
      ...unless("against", values["against"], NONE.party),
      ...unless("place", values["place"], NONE.place),
      ...unless("distance", values["distance"], "", kilometres(values["distance"]!)),
      ...unless("gravity", values["gravity"], NONE.gravity),
      ...unless("appears-as", values["seems"], NONE.seems, { by: values["seems"]! }),
      ...unless("seen-by", values["seen"], NONE.seen, actingParties(model).filter((party) => party !== values["by"] && party !== values["against"])),
      ...(isForced(form, model) ? { forced: true } : {}),
    };
    case "statement": return { statement: values["statement"]!, by: values["by"]!, about: values["about"]!, ...(isForced(form, model) ? { forced: true } : {}) };
    case "pressure": return { pressure: { party: values["party"]!, toward: values["toward"]!, ...unless("goal", values["goal"], NONE.goal), strength: values["strength"]! } };
    case "order": return { order: { to: values["to"]!, toward: values["toward"]!, ...unless("from", values["from"], NONE.from), do: values["order"]! } };
    default: return {
      shock: LINE_SHOCKS[values["shock"] as keyof typeof LINE_SHOCKS], channel: values["line"]!,
      ...(values["lasts"] === undefined || values["lasts"] === "" ? {} : { lasts: values["lasts"] }),
    };
  }
}

function sentenceOf(kind: InjectKind, values: Values, { scenario }: Model): string {
  const name = (party: string | undefined): string => partyName(scenario, party);
  switch (kind) {
    case "incident": return `${ACTS[values["act"] as ActName].label} by ${values["by"] === "unknown" ? "nobody known" : name(values["by"])}${values["against"] === NONE.party ? "" : ` against ${name(values["against"])}`}`;
    case "statement": return `${STATEMENTS[values["statement"] as StatementName].label} by ${values["by"] === "unknown" ? "an unnamed office" : name(values["by"])} about ${name(values["about"])}`;
    case "pressure": return `${values["strength"]!} pressure on ${name(values["party"])} toward ${name(values["toward"])}`;
    case "order": return `order to ${name(values["to"])} toward ${name(values["toward"])}: ${spaced(values["order"]!)}`;
    default: return `${scenario.channels[values["line"]!]?.name ?? values["line"]!} ${values["shock"]!}`;
  }
}

function forced(question: string, option: string, line: string, what: "message" | "call", model: Model): Effect {
  const [a, b] = model.lines.find(({ name }) => name.text === line)!.ends;
  const between = [model.parties[a]!.text, model.parties[b]!.text] as const;
  const names = between.map((party) => partyName(model.scenario, party)).join(" and ");
  return { do: "force", question, between, option, what: `the next ${what} between ${names} ${choiceText({ name: what === "message" ? "heard" : "taken" }, option, model)}` };
}

function freeId({ items }: Model): string {
  const taken = new Set(items.map(({ item: { id } }) => id));
  let n = 1;
  while (taken.has(`inject-${n}`)) n++;
  return `inject-${n}`;
}

function kilometres(text: string): string {
  return /^[\d.]+$/.test(text) ? `${text} km` : text;
}
