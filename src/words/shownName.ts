import { printable } from '../text/printable';

/** The service takes names of 30 characters; with a longer one what is said of it still has to fit into a message. */
const longestName = 60;

/** A name or a number from outside, as a part of a sentence: one line, printable, shortened. */
export function shownName(name: string): string {
  return printable(name, longestName);
}

/** Names or numbers as a list in a sentence. */
export function shownNames(names: readonly string[]): string {
  return names.map((name) => shownName(name)).join(', ');
}
