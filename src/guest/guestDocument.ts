import { codeBlock, codeSpan } from '../text/code';
import { plain } from '../text/plain';
import type { FactNote } from './guestFacts';
import type { GuestCommands } from './guestCommands';
import type { Block, Caption, GuestSystem, SystemCommands, SystemNote } from './systems/system';

/** One guest of a document: `web-01/eth0` and what it has to be told. */
export interface Guest {
  readonly title: string;
  readonly commands: GuestCommands;
}

/** The sentences of a guest document in the user's language. */
export interface GuestWords {
  readonly title: string;
  readonly introduction: string;
  readonly add: string;
  readonly remove: string;
  readonly check: string;
  readonly checkFirst: string;
  readonly likely: string;
  readonly file: (path: string) => string;
  readonly caption: (caption: Caption) => string;
  readonly gains: (addresses: string) => string;
  readonly loses: (addresses: string) => string;
  readonly system: (id: GuestSystem) => string;
  readonly factNote: (note: FactNote) => string;
  readonly systemNote: (note: SystemNote) => string;
}

/** The commands for every guest of a change as Markdown: a heading for each system, code to copy, nothing to run. */
export function guestDocument(guests: readonly Guest[], words: GuestWords): string {
  const parts = [`# ${words.title}`, words.introduction];
  for (const { title, commands } of guests) {
    parts.push(`## ${plain(title)}`);
    const { gains, loses, notes } = commands;
    // On demand both are the same list: how to add it and how to remove it, not something that happened.
    const isChange = gains.join() !== loses.join();
    const facts = [
      ...(isChange && gains.length > 0 ? [words.gains(gains.join(', '))] : []),
      ...(isChange && loses.length > 0 ? [words.loses(loses.join(', '))] : []),
      ...notes.map((note) => plain(words.factNote(note))),
    ];
    if (facts.length > 0) parts.push(bullets(facts));
    for (const system of commands.systems) parts.push(...systemParts(system, words));
  }
  return `${parts.join('\n\n')}\n`;
}

function systemParts(system: SystemCommands, words: GuestWords): string[] {
  const name = words.system(system.id);
  const parts = [`### ${system.isLikely ? `${name} (${words.likely})` : name}`];
  if (system.notes.length > 0) parts.push(bullets(system.notes.map((note) => words.systemNote(note))));
  const changes = [
    [words.add, system.add],
    [words.remove, system.remove],
  ] as const;
  const sections = system.checksFirst
    ? [[words.checkFirst, system.check] as const, ...changes]
    : [...changes, [words.check, system.check] as const];
  for (const [heading, blocks] of sections) {
    if (blocks.length > 0) parts.push(`#### ${heading}`, ...blocks.map((block) => fenced(block, words)));
  }
  return parts;
}

function fenced({ caption, language, path, text }: Block, words: GuestWords): string {
  return [
    ...(caption === undefined ? [] : [words.caption(caption)]),
    ...(path === undefined ? [] : [words.file(codeSpan(path))]),
    codeBlock(language, text.split('\n')),
  ].join('\n\n');
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
