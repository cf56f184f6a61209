import { literal } from './literal';
import type { Prompter } from './prompter';

interface Row {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

/**
 * A prompter whose questions may hold any text: `$(name)` came with somebody's text and is shown as it is. Icons of ours
 * are a row's `iconPath`, which screen readers do not read out.
 */
export function literalPrompter(prompter: Prompter): Prompter {
  return {
    pick: (question) => prompter.pick({ ...question, choices: question.choices.map(literalRow) }),
    pickMany: (question) =>
      prompter.pickMany({
        ...question,
        choices: question.choices.map(literalRow),
        picked: question.picked.map(literalRow),
        typed: (text) => question.typed(text).map(literalRow),
      }),
    input: ({ validate, ...question }) =>
      prompter.input({
        ...question,
        prompt: literal(question.prompt),
        ...(validate && { validate: (text) => literalOrNone(validate(text)) }),
      }),
    search: ({ findMore, ...question }) =>
      prompter.search({
        ...question,
        find: (text) => question.find(text).map(literalRow),
        ...(findMore && {
          findMore: (text, signal, add) => findMore(text, signal, (rows) => add(rows.map(literalRow))),
        }),
      }),
    confirm: (confirmation) => prompter.confirm(confirmation),
  };
}

function literalRow<R extends Row>(row: R): R {
  const { label, description, detail } = row;
  return {
    ...row,
    label: literal(label),
    ...(description !== undefined && { description: literal(description) }),
    ...(detail !== undefined && { detail: literal(detail) }),
  };
}

function literalOrNone(text: string | undefined): string | undefined {
  return text === undefined ? undefined : literal(text);
}
