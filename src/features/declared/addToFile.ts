import { l10n, Position, Range, ThemeIcon, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { declaredLanguage } from '../../contributions';
import type { Declared } from '../../declared/openDeclared';
import type { Network } from '../../model/network';
import { isSameScope, type Scope } from '../../session/scope';
import { notify } from '../../ui/notify';
import { UserError } from '../../ui/userError';
import { whereText } from '../../words/whereText';
import { needReading } from '../ask/needScope';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { declaredFiles, fileName } from './declaredFiles';
import { declaredScope } from './declaredScope';

/**
 * Add to File…: what the selected interfaces hold, or the selected addresses, below what a file says already; comments and
 * order stay. Asks which file, and offers a new one. The file is shown, not saved.
 */
export async function addToFile(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await needReading(context, args);
  if (!found) return undefined;
  const { scope, reading } = found;
  const { network } = reading;
  const wanted = wantedOf(args, network);
  if (wanted.size === 0) {
    void notify('info', l10n.t('There is no secondary IP to add.'));
    return undefined;
  }
  const uri = await askFile(context);
  if (uri === undefined) return undefined;
  const { declared } = await import('../../declared/openDeclared');
  const document =
    uri === 'new'
      ? await workspace.openTextDocument({ language: declaredLanguage, content: newText(declared, scope, network) })
      : await workspace.openTextDocument(uri);
  const before = document.getText();
  const after = [...wanted].reduce((text, [no, addresses]) => {
    const networkInterface = network.interface(no);
    if (!networkInterface) return text;
    const edits = declared.addToDeclaration(text, isAbout(context, scope), network, networkInterface, addresses);
    if (!edits) throw new UserError(noPlaceText(fileName(document.uri), whereText(scope)));
    return declared.edited(text, edits);
  }, before);
  if (after !== before) {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, ...changedRange(before, after));
    await workspace.applyEdit(edit);
  }
  await window.showTextDocument(document, { preview: false });
  return after;
}

/** The addresses to add, by interface: of a row of an address that one, of an interface all it has. */
function wantedOf({ subjects, options }: Arguments, network: Network): Map<string, readonly string[]> {
  const wanted = new Map<string, readonly string[]>();
  const add = (no: string, addresses: readonly string[]): void => {
    const secondary = addresses.filter((one) => network.interface(no)?.secondaryIpList.includes(one));
    if (secondary.length > 0) wanted.set(no, [...new Set([...(wanted.get(no) ?? []), ...secondary])]);
  };
  for (const subject of subjects) {
    if (subject.kind === 'address') add(subject.networkInterfaceNo, [subject.address]);
    if (subject.kind === 'interface') {
      add(subject.networkInterfaceNo, network.interface(subject.networkInterfaceNo)?.secondaryIpList ?? []);
    }
  }
  const { networkInterfaceNo: no, secondaryIps } = options;
  if (no !== undefined) add(no, secondaryIps ?? network.interface(no)?.secondaryIpList ?? []);
  return wanted;
}

async function askFile({ prompter }: Pick<CommandContext, 'prompter'>): Promise<Uri | 'new' | undefined> {
  const files = await declaredFiles();
  const answer = await prompter.pick<Uri | 'new'>({
    title: l10n.t('Add to File'),
    placeholder: l10n.t('Which file?'),
    choices: [
      ...files.map((value) => ({ value, iconPath: new ThemeIcon('file'), label: fileName(value) })),
      { value: 'new' as const, iconPath: new ThemeIcon('new-file'), label: l10n.t('New File') },
    ],
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}

function newText({ writeDeclaration }: Declared, { profile, regionCode }: Scope, network: Network): string {
  return writeDeclaration([], network, { profile: profile.name, region: regionCode });
}

/** Whether a document of a file is about a region. */
function isAbout({ profiles }: Pick<CommandContext, 'profiles'>, scope: Scope) {
  const word = (text: string | undefined) => (text === undefined ? undefined : { text });
  return ({ profile, region }: { readonly profile?: string; readonly region?: string }): boolean => {
    const meant = declaredScope(profiles, { profile: word(profile), region: word(region) });
    return meant !== undefined && isSameScope(meant, scope);
  };
}

function noPlaceText(file: string, where: string): string {
  return l10n.t('No part of {0} is about {1}, or what it says cannot be read.', file, where);
}

/** From the first to the last character that differs, so that nothing else counts as edited. */
function changedRange(before: string, after: string): [Range, string] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const lineStart = before.lastIndexOf('\n', start - 1) + 1;
  const placeOf = (offset: number): Position => {
    const lines = before.slice(0, offset).split('\n');
    return new Position(lines.length - 1, lines.at(-1)?.length ?? 0);
  };
  const end = before.length - tail;
  return [new Range(placeOf(lineStart), placeOf(end)), after.slice(lineStart, after.length - tail)];
}
