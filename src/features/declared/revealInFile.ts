import { l10n, Selection, ThemeIcon, window, type Uri } from 'vscode';
import type { Declaration } from '../../declared/declaration';
import type { Network } from '../../model/network';
import { createInterfaceNames } from '../../plan/interfaceNames';
import type { Subject } from '../../tree/node';
import { isSameScope, type Scope } from '../../session/scope';
import { addressToNumber, isIpv4 } from '../../model/address';
import type { Span } from '../../text/span';
import { notify } from '../../ui/notify';
import { rangeOf } from '../checkedText/marks';
import { needReading } from '../ask/needScope';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { declaredFiles, fileName, needDeclaredFile, textOf } from './declaredFiles';
import { dayOf } from '../../declared/declaration';
import { declaredScope } from './declaredScope';
import { checkFile } from './checkFile';
import { wordAt } from './wordAt';
import { reveal } from '../view/reveal';

/** A place in a file where an interface or an address is named. */
interface Found extends Span {
  readonly uri: Uri;
  readonly line: number;
}

/** Reveal in File: where the files of the workspace name an interface or an address of the tree; asks when they are several. */
export async function revealInFile(context: CommandContext, args: Arguments): Promise<unknown> {
  const [subject] = args.subjects;
  const reading = await needReading(context, args);
  if (!reading || (subject?.kind !== 'interface' && subject?.kind !== 'address')) return undefined;
  const { scope } = reading;
  const { declared } = await import('../../declared/openDeclared');
  const today = dayOf(context.clock.now());
  const found: Found[] = [];
  for (const uri of await declaredFiles()) {
    const text = await textOf(uri);
    const { documents } = declared.readDeclarations(text, today);
    for (const { declaration } of documents) {
      const about = declaration && declaredScope(context.profiles, declaration);
      if (!about || !isSameScope(about, scope)) continue;
      const spans = spansOf(declaration, subject, reading.reading.network);
      found.push(...spans.map((span) => ({ ...span, uri, line: text.slice(0, span.start).split('\n').length })));
    }
  }
  const place = await choose(context, found);
  if (!place) return undefined;
  const editor = await window.showTextDocument(place.uri, { preview: false });
  const range = rangeOf(editor.document, place);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
  return place.uri.toString();
}

function spansOf(
  { interfaces, floating, released, reserved }: Declaration,
  subject: Subject,
  network: Network,
): Span[] {
  if (subject.kind === 'address') {
    const { address } = subject;
    const value = isIpv4(address) ? addressToNumber(address) : NaN;
    return [
      ...[
        ...interfaces.flatMap(({ secondaryIps }) => secondaryIps),
        ...floating.map((one) => one.address),
        ...released,
      ].filter(({ text }) => text === address),
      ...reserved.filter(({ first, last }) => first <= value && value <= last),
    ];
  }
  if (subject.kind !== 'interface') return [];
  const { find } = createInterfaceNames(network);
  return [...interfaces.map(({ name }) => name), ...floating.flatMap(({ holders }) => holders)].filter(
    ({ text }) => find(text) === subject.networkInterfaceNo,
  );
}

async function choose(
  { prompter }: Pick<CommandContext, 'prompter'>,
  found: readonly Found[],
): Promise<Found | undefined> {
  if (found.length === 0) void notify('info', l10n.t('No file of secondary IPs in this workspace names it.'));
  if (found.length < 2) return found[0];
  const answer = await prompter.pick({
    title: l10n.t('Reveal in File'),
    placeholder: l10n.t('It is named in several places. Which one?'),
    choices: found.map((value) => ({
      value,
      iconPath: new ThemeIcon('file'),
      label: fileName(value.uri),
      description: l10n.t('line {0}', value.line),
    })),
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}

/** Reveal in Tree: the row of the address or interface that the cursor stands on, in a file of secondary IPs. */
export async function revealDeclared(context: CommandContext, { options }: Arguments): Promise<unknown> {
  const document = await needDeclaredFile(options.document);
  const editor = window.activeTextEditor;
  if (!document || editor?.document !== document) return undefined;
  const { declared } = await import('../../declared/openDeclared');
  const file = checkFile(document.getText(), context, declared);
  const meant = wordAt(file, document.offsetAt(editor.selection.active));
  if (!meant?.networkInterface) {
    void notify('info', l10n.t('No interface of the network as loaded is named here, and none holds the address.'));
    return undefined;
  }
  const { networkInterfaceNo } = meant.networkInterface;
  const isIt = (scope: Scope, isAddress: boolean) =>
    reveal(context, scope, (subject) =>
      isAddress
        ? subject.kind === 'address' &&
          subject.address === meant.word.text &&
          subject.networkInterfaceNo === networkInterfaceNo
        : subject.kind === 'interface' && subject.networkInterfaceNo === networkInterfaceNo,
    );
  return isIt(meant.scope, meant.subnetNo !== undefined);
}
