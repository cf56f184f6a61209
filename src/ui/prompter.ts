import type { Event, QuickPickItem, QuickPickItemKind } from 'vscode';

/**
 * Dismissal is undefined. Back carries what was typed or chosen so far, so that nothing is lost when the user returns.
 * `unasked`: a step answered by itself without showing anything, so Back must not lead to it.
 */
export type Answer<T> =
  | { readonly kind: 'next'; readonly value: T; readonly unasked?: true }
  | { readonly kind: 'back'; readonly value?: T | undefined }
  | undefined;

/** The same answer about something else: a step turns the user's words into its wizard's state. */
export function mapAnswer<T, S>(answer: Answer<T>, change: (value: T) => S): Answer<S> {
  if (answer?.kind === 'next') return { kind: 'next', value: change(answer.value) };
  if (answer?.kind === 'back') {
    return { kind: 'back', ...(answer.value !== undefined && { value: change(answer.value) }) };
  }
  return undefined;
}

/** Where a question stands in its wizard. */
export interface Position {
  readonly title: string;
  readonly step?: number;
  readonly totalSteps?: number;
  readonly canGoBack?: boolean;
}

/** A row to take; `value` is what it stands for. */
export interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/** A line between choices. */
export interface Separator {
  readonly label: string;
  readonly kind: QuickPickItemKind.Separator;
}

/** A row that only says something: Enter does not take it. */
export interface Notice extends QuickPickItem {
  readonly isNotice: true;
}

/** One of several. */
export interface PickQuestion<T> extends Position {
  readonly placeholder: string;
  readonly choices: readonly (Choice<T> | Separator)[];
  /** Preselected, when it is among the choices. */
  readonly active?: (value: T) => boolean;
  /** Makes a row of what was typed, where that is an answer of its own: it stands before the choices. */
  readonly typed?: (text: string) => Choice<T> | Notice | undefined;
}

/** The parts of a question that says something first: that stays in sight whatever is typed, and so do its choices. */
export function saying<T>(
  message: string,
  choices: readonly Choice<T>[],
): Pick<PickQuestion<T>, 'placeholder' | 'choices' | 'typed'> {
  return {
    placeholder: message,
    choices: choices.map((choice) => ({ ...choice, alwaysShow: true })),
    typed: (text) => (text === '' ? undefined : { isNotice: true, label: message }),
  };
}

/** A choice made of typed text; one with a problem is no row, and nothing can be accepted as long as it is typed. */
export interface TypedChoice<T> extends Choice<T> {
  readonly problem?: string;
  /** What is typed on may become right: the problem is shown only when it is to be accepted. */
  readonly isUnfinished?: boolean;
}

/** Any of several, ticked or typed. */
export interface PickManyQuestion<T> extends Position {
  readonly placeholder: string;
  /** Labels are unique: they tell choices apart. */
  readonly choices: readonly Choice<T>[];
  readonly picked: readonly Choice<T>[];
  /** Says what is wrong with the selection; undefined when it may be accepted. */
  readonly validate: (values: readonly T[]) => string | undefined;
  /** Makes choices of what was typed, in the order typed. */
  readonly typed: (text: string) => readonly TypedChoice<T>[];
}

/** A text that is checked while it is typed. */
export interface InputQuestion extends Position {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly password?: boolean;
  /** Says what is wrong and what would be right; undefined when it may be accepted. */
  readonly validate?: ((text: string) => string | undefined) | undefined;
  /** Told of the text at every keystroke; what it answers stands in the place of the prompt. */
  readonly follow?: ((text: string) => string) | undefined;
}

/** What a search shows. */
export type SearchRow<T> = Choice<T> | Notice;

/** Something to find while typing. */
export interface SearchQuestion<T> extends Position {
  readonly placeholder: string;
  readonly value?: string | undefined;
  /** What fits the text, best first; asked at every keystroke, so it must be quick. */
  readonly find: (text: string) => readonly SearchRow<T>[];
  /** There is more to find: `find` is asked again for the text that stands there. */
  readonly onDidGrow?: Event<undefined>;
  /** More that fits, from farther away, added as it comes; asked once typing rests, cancelled when it goes on. */
  readonly findMore?:
    ((text: string, signal: AbortSignal, add: (rows: readonly SearchRow<T>[]) => void) => Promise<void>) | undefined;
}

/** Something to say yes to before it happens. */
export interface Confirmation {
  readonly message: string;
  readonly detail: string;
  /** The word on the button. */
  readonly yes: string;
  /** A button before the yes, which has the focus: Enter alone is no yes. Its own question is answered in the place of this one. */
  readonly instead?: { readonly label: string; readonly ask: () => Promise<boolean> };
}

/** Asks one question at a time. Flows know only this, so tests can answer by script, through the same validation. */
export interface Prompter {
  pick<T>(question: PickQuestion<T>): Promise<Answer<T>>;
  pickMany<T>(question: PickManyQuestion<T>): Promise<Answer<readonly T[]>>;
  input(question: InputQuestion): Promise<Answer<string>>;
  search<T>(question: SearchQuestion<T>): Promise<Answer<T>>;
  confirm(confirmation: Confirmation): Promise<boolean>;
}
