// The questions of a run beside its entries: what was asked before which entry, and what was answered.
// Knows when a question was put; must not know what it means, nor who answers.
// Invariant: it only listens; a run that is listened to is the same run. It keeps whole questions, so it is for one run, not for many.

import type { Answerer, Options, Question } from "../kernel/choices.ts";
import type { Recorder } from "../simulation/run.ts";

/** One question with the option that was taken; `entry` is the number of the entry that was recorded next. */
export interface Asked { readonly question: Question; readonly option: number; readonly entry: number; }

/** One question answered otherwise. */
export interface Change { readonly question: Question; readonly option: number; }

/** An answerer and a recorder to run with, and what they have heard so far. */
export interface Listening { readonly answerer: Answerer; readonly recorder: Recorder; readonly asked: readonly Asked[]; }

/** Listens to who answers, from the first entry on; the answerer must never wait, since a step that is undone would be heard. */
export function listenTo(answerer: Answerer): Listening {
  if (answerer.mayWait) throw new Error("a step that may be undone cannot be listened to");
  const asked: Asked[] = [];
  let entries = 0;
  return {
    asked,
    recorder: { record: () => { entries++; } },
    answerer: {
      mayWait: false,
      answer: (question) => {
        const option = answerer.answer(question);
        asked.push({ question, option, entry: entries });
        return option;
      },
    },
  };
}

/** The same answers but for these questions. */
export function otherwise(answerer: Answerer, changes: readonly Change[]): Answerer {
  // Elsewhere on the way the same question may have fewer options.
  const changed = (high: number, low: number, n: number, { names }: Options): number => {
    for (const { question, option } of changes) if (question.high === high && question.low === low && question.n === n && option < names.length) return option;
    return -1;
  };
  const { draw } = answerer;
  const drawn = draw === undefined ? {} : {
    draw: (high: number, low: number, n: number, options: Options): number => {
      const option = changed(high, low, n, options);
      return option === -1 ? draw(high, low, n, options) : option;
    },
  };
  return {
    mayWait: answerer.mayWait,
    answer: (question) => {
      const option = changed(question.high, question.low, question.n, question.options);
      return option === -1 ? answerer.answer(question) : option;
    },
    ...drawn,
  };
}

/** The options of a question that might have been taken instead. */
export function othersOf({ question: { options: { weights } }, option }: Asked): readonly number[] {
  return weights.flatMap((weight, i) => (weight > 0 && i !== option ? [i] : []));
}
