import { markdownTable } from '../text/markdownTable';
import { plain } from '../text/plain';

/** A name and its value; a fact without a value is left out. */
export type TextFact = readonly [name: string, value: string | undefined];

/** The same, or with a name or a value in Markdown of our own. */
export type Fact = readonly [name: string | Markdown, value: string | Markdown | undefined];

/** Markdown that we wrote: what came from outside is escaped in it. */
export interface Markdown {
  readonly markdown: string;
}

/**
 * Facts as a Markdown list; nothing in a value acts as Markdown. A document is read as it is written too, and a table in a
 * font of uneven widths is not: a list has nothing to align, and a screen reader finds no bars in it.
 */
export function factList(facts: readonly Fact[]): string {
  return knownFacts(facts)
    .map(([name, value]) => `- ${inMarkdown(name)}: ${inMarkdown(value)}`)
    .join('\n');
}

/** Facts as a two-column table without a heading, for tooltips: there Markdown is drawn. */
export function factTable(facts: readonly TextFact[]): string {
  return markdownTable(
    ['', ''],
    facts.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

/** What a hover says: a name, what there is to say of it, and a note. */
export function hoverText(name: string, facts: readonly TextFact[], note?: string): string {
  return [`**${plain(name)}**`, factTable(facts), ...(note === undefined ? [] : [note])].join('\n\n');
}

const inMarkdown = (text: string | Markdown): string => (typeof text === 'string' ? plain(text) : text.markdown);

function knownFacts(facts: readonly Fact[]): (readonly [string | Markdown, string | Markdown])[] {
  return facts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const]));
}
