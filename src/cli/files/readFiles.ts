import { createReadStream } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { l10n } from 'vscode';
import { dayOf, isBlocking, type Declaration, type DeclaredProblem } from '../../declared/declaration';
import { printable } from '../../text/printable';
import { declaredText } from '../../words/declaredText';
import type { Namer } from '../../words/namer';
import { shownName } from '../../words/shownName';
import { CommandError } from '../commandError';
import type { Terminal } from '../terminal';
import { placeIn, placeText, shiftSpans, type Place } from './place';

/** Four for each character that a file may have: of more than these it is too long whatever they are. */
const mostBytes = 4 * 1024 * 1024;

/** A file that was read. */
export interface SourceFile {
  /** As given. */
  readonly name: string;
  readonly text: string;
  /** As they were read. Their digest is made by who keeps it: to validate a file, nothing of cryptography is loaded. */
  readonly bytes: Uint8Array;
  /** Its first offset among all files. */
  readonly start: number;
}

/** The files of a command, taken together: an offset tells its file. */
export interface Sources {
  readonly files: readonly SourceFile[];
  readonly declarations: readonly Declaration[];
  /** Of the files alone, without a look at the network. */
  readonly problems: readonly DeclaredProblem[];
  readonly fileOf: (offset: number) => SourceFile | undefined;
  readonly placeOf: (offset: number) => Place;
}

/** Reads files; `-` is standard input. Throws CommandError for those that cannot be read, all at once. */
export async function readFiles(terminal: Terminal, names: readonly string[]): Promise<Sources> {
  // Not the whole of openDeclared: a file alone needs no planner.
  const { readDeclarations } = await import('../../declared/readDeclarations');
  const today = dayOf(terminal.clock.now());
  const unique = [...new Map(names.map((name) => [path.resolve(terminal.cwd, name), name])).values()];
  const read = await Promise.allSettled(unique.map((name) => bytesOf(terminal, name)));
  const failed = read.flatMap((one, index) =>
    one.status === 'rejected' ? [unreadable(unique[index] ?? '', one.reason)] : [],
  );
  const files: SourceFile[] = [];
  let start = 0;
  for (const [index, one] of read.entries()) {
    if (one.status === 'rejected') continue;
    const name = unique[index] ?? '';
    const text = textOf(one.value);
    if (text === undefined) {
      failed.push(l10n.t('Could not read {0}: {1}.', shownFile(name), l10n.t('it is not UTF-8')));
      continue;
    }
    files.push({ name, text, bytes: one.value, start });
    // The end of a file is an offset too.
    start += text.length + 2;
  }
  if (failed.length > 0) throw new CommandError(failed);
  const parsed = files.map((file) => shiftSpans(readDeclarations(file.text, today), file.start));
  // One that was cut off, or that nothing was written into, would pass for one that is in place.
  for (const [index, { documents, problems }] of parsed.entries()) {
    if (documents.length > 0 || problems.length > 0) continue;
    const at = placeText({ file: shownFile(files[index]?.name ?? ''), line: 1, column: 1 });
    terminal.tell(`${at}: ${l10n.t('Warning: {0}', l10n.t('This file declares nothing.'))}`);
  }
  const fileOf = (offset: number): SourceFile | undefined => files.findLast((file) => file.start <= offset);
  return {
    files,
    declarations: parsed.flatMap(({ documents }) => documents.flatMap(({ declaration }) => declaration ?? [])),
    problems: parsed.flatMap(({ problems }) => problems),
    fileOf,
    placeOf(offset) {
      const file = fileOf(offset);
      return placeIn(shownFile(file?.name ?? ''), file?.text ?? '', offset - (file?.start ?? 0));
    },
  };
}

/** Problems as lines, in the order of the files. */
function problemLines(
  { placeOf }: Pick<Sources, 'placeOf'>,
  problems: readonly DeclaredProblem[],
  name: Namer = shownName,
): string[] {
  const lines = problems
    .toSorted((a, b) => a.start - b.start)
    .map((problem) => {
      const unknown = problem.kind === 'plan' && problem.problem.kind === 'unknownInterface' && problem.problem;
      // The words of the editor say to refresh: here each run reads anew.
      const words = unknown
        ? l10n.t(
            'There is no network interface {0} in this region. Check the name.',
            shownName(unknown.networkInterfaceNo),
          )
        : declaredText(problem, name);
      return `${placeText(placeOf(problem.start))}: ${isBlocking(problem) ? words : l10n.t('Warning: {0}', words)}`;
    });
  return [...new Set(lines)];
}

/** Throws CommandError when something stands in the way; tells what nothing waits for. */
export function refuse(
  terminal: Pick<Terminal, 'tell'>,
  sources: Pick<Sources, 'placeOf'>,
  problems: readonly DeclaredProblem[],
  name?: Namer,
): void {
  const lines = problemLines(sources, problems, name);
  if (problems.some(isBlocking)) throw new CommandError(lines, true);
  for (const line of lines) terminal.tell(line);
}

/** No more than tells that it is too long: some files never end. */
async function bytesOf(terminal: Terminal, name: string): Promise<Uint8Array> {
  if (name === '-') return terminal.readInput(mostBytes);
  return buffer(createReadStream(path.resolve(terminal.cwd, name), { end: mostBytes }));
}

/** Undefined when it is of another encoding: its names would match nothing. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    // A text that was cut short may end within a character, and is refused for its length.
    return new TextDecoder('utf-8', { fatal: bytes.length <= mostBytes }).decode(bytes);
  } catch {
    return undefined;
  }
}

function unreadable(name: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = new Map([
    ['ENOENT', l10n.t('there is no such file')],
    ['EISDIR', l10n.t('it is a folder')],
    ['EACCES', l10n.t('access is denied')],
  ]).get(code);
  return l10n.t('Could not read {0}: {1}.', shownFile(name), why ?? code);
}

function shownFile(name: string): string {
  return name === '-' ? '<stdin>' : printable(name) || '""';
}
