import { inert } from '../text/inert';
import { askInput } from './askInput';
import { askPick } from './askPick';
import { askPickMany } from './askPickMany';
import { askSearch } from './askSearch';
import { confirmInDialog } from './notify';
import type { Position, Prompter } from './prompter';

interface Row {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly problem?: string;
}

/**
 * A prompter whose questions may hold any text: what came with somebody's name is shown, and is no icon and no link (VS Code
 * makes links in prompts and in what a validation says). Icons of ours are a row's `iconPath`, which screen readers do not
 * read out.
 */
export function inertPrompter(prompter: Prompter): Prompter {
  return {
    pick: ({ typed, ...question }) =>
      prompter.pick({
        ...inertWords(question),
        choices: question.choices.map(inertRow),
        ...(typed && { typed: (text) => inertRowOrNone(typed(text)) }),
      }),
    pickMany: (question) =>
      prompter.pickMany({
        ...inertWords(question),
        choices: question.choices.map(inertRow),
        picked: question.picked.map(inertRow),
        typed: (text) => question.typed(text).map(inertRow),
        validate: (values) => inertOrNone(question.validate(values)),
      }),
    input: ({ validate, follow, ...question }) =>
      prompter.input({
        ...inertWords(question),
        prompt: inert(question.prompt),
        validate: validate && ((text) => inertOrNone(validate(text))),
        follow: follow && ((text) => inert(follow(text))),
      }),
    search: ({ findMore, ...question }) =>
      prompter.search({
        ...inertWords(question),
        find: (text) => question.find(text).map(inertRow),
        findMore: findMore && ((text, signal, add) => findMore(text, signal, (rows) => add(rows.map(inertRow)))),
      }),
    confirm: (confirmation) => prompter.confirm(confirmation),
  };
}

function inertWords<Q extends Position & { readonly placeholder?: string }>(question: Q): Q {
  const { title, placeholder } = question;
  return { ...question, title: inert(title), ...(placeholder !== undefined && { placeholder: inert(placeholder) }) };
}

function inertRow<R extends Row>(row: R): R {
  const { label, description, detail, problem } = row;
  return {
    ...row,
    label: inert(label),
    ...(description !== undefined && { description: inert(description) }),
    ...(detail !== undefined && { detail: inert(detail) }),
    ...(problem !== undefined && { problem: inert(problem) }),
  };
}

function inertRowOrNone<R extends Row>(row: R | undefined): R | undefined {
  return row && inertRow(row);
}

function inertOrNone(text: string | undefined): string | undefined {
  return text === undefined ? undefined : inert(text);
}

/** Questions as VS Code's own quick inputs: they stay open when the focus leaves, so nothing typed is lost. */
export const quickPrompter: Prompter = inertPrompter({
  pick: askPick,
  pickMany: askPickMany,
  input: askInput,
  search: askSearch,
  confirm: confirmInDialog,
});
