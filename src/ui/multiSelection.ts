import type { PickManyQuestion, TypedChoice } from './prompter';

/** What a multi-select shows and what is ticked. */
export interface MultiSelection<T> {
  readonly shown: readonly TypedChoice<T>[];
  readonly ticked: readonly TypedChoice<T>[];
  /** Why this cannot be accepted; undefined when it can. */
  readonly message: string | undefined;
  /** The same while it is typed and ticked: nothing of what may still become right. */
  readonly remark: string | undefined;
  /** The text changed: what it says is ticked, for as long as it says so. */
  type(text: string): void;
  /** The ticks changed by hand. These stay. */
  tick(labels: ReadonlySet<string>): void;
  /** Takes every tick away, and the text with it. */
  clear(): void;
}

/**
 * A list to tick that typing adds to, without its widget. Ticked choices stay in the list whatever the text filters. What
 * was typed goes with its text, whole or half: a list that was pasted by mistake must not be there after it is replaced.
 * Rows keep their places: what is not in the list comes before it, and a word with a problem is no row at all.
 */
export function createMultiSelection<T>(question: PickManyQuestion<T>): MultiSelection<T> {
  const kept = new Map<string, TypedChoice<T>>(question.picked.map((choice) => [choice.label, choice]));
  const listed = byLabel([...question.picked, ...question.choices]);
  let typed: readonly TypedChoice<T>[] = [];
  let unticked = new Set<string>();

  const ticked = (): TypedChoice<T>[] => {
    const all = new Map(kept);
    for (const choice of typed)
      if (choice.problem === undefined && !unticked.has(choice.label)) all.set(choice.label, choice);
    return [...all.values()];
  };
  return {
    get shown() {
      const added = byLabel([...typed.filter(({ problem }) => problem === undefined), ...kept.values()]);
      return [...[...added.values()].filter(({ label }) => !listed.has(label)), ...listed.values()];
    },
    get ticked() {
      return ticked();
    },
    get message() {
      const wrong = typed.find(({ problem }) => problem !== undefined);
      return wrong?.problem ?? question.validate(ticked().map(({ value }) => value));
    },
    get remark() {
      const wrong = typed.find(({ problem, isUnfinished }) => problem !== undefined && !isUnfinished);
      const all = ticked();
      return wrong?.problem ?? (all.length === 0 ? undefined : question.validate(all.map(({ value }) => value)));
    },
    type(text) {
      const next = question.typed(text);
      unticked = new Set([...unticked].filter((label) => next.some((choice) => choice.label === label)));
      typed = next;
    },
    tick(labels) {
      const before = new Set(ticked().map(({ label }) => label));
      for (const choice of this.shown) {
        if (labels.has(choice.label) === before.has(choice.label)) continue;
        if (labels.has(choice.label)) {
          kept.set(choice.label, choice);
          unticked.delete(choice.label);
        } else {
          kept.delete(choice.label);
          // Only against what stands there: typed again later, it counts again.
          if (typed.some(({ label }) => label === choice.label)) unticked.add(choice.label);
        }
      }
    },
    clear() {
      kept.clear();
      unticked.clear();
      typed = [];
    },
  };
}

/** One choice for each label, the first one. */
function byLabel<T>(choices: readonly TypedChoice<T>[]): Map<string, TypedChoice<T>> {
  const all = new Map<string, TypedChoice<T>>();
  for (const choice of choices) if (!all.has(choice.label)) all.set(choice.label, choice);
  return all;
}
