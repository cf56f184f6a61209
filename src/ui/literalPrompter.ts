import { literal } from './literal';
import type { Prompter } from './prompter';

interface Row {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

/**
 * A prompter whose questions may hold any text. The icon a label begins with, and the mark of a description, are ours;
 * everywhere else `$(name)` came with somebody's text and is shown as it is. A label that begins with such a text is
 * made {@link literal} where it is built.
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
    label: behindIcon(/^\$\([\w~-]+\) /, label),
    ...(description !== undefined && { description: behindIcon(/^\$\((?:check|error)\) /, description) }),
    ...(detail !== undefined && { detail: literal(detail) }),
  };
}

function behindIcon(icon: RegExp, text: string): string {
  const [ours = ''] = icon.exec(text) ?? [];
  return ours + literal(text.slice(ours.length));
}

function literalOrNone(text: string | undefined): string | undefined {
  return text === undefined ? undefined : literal(text);
}
