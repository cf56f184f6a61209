import { CodeLens, l10n, type Command, type TextDocument } from 'vscode';
import { isBlocking } from '../../declared/declaration';
import type { Network } from '../../model/network';
import { inert } from '../../text/inert';
import type { Span } from '../../text/span';
import { changeCount } from '../../words/countText';
import { createNamer } from '../../words/namer';
import { ageText } from '../../words/timeText';
import { whereText } from '../../words/whereText';
import { rangeOf, runs, says } from '../checkedText/marks';
import type { CheckedFile, CheckedGroup } from '../declared/checkedFile';

/** What can be done with a file, over each of its regions, and over each interface and floating address how it is there. */
export function declaredLenses(document: TextDocument, file: CheckedFile | undefined): CodeLens[] {
  const lens = ({ start }: Span, command: Command): CodeLens =>
    new CodeLens(rangeOf(document, { start, end: start }), command);
  if (!file) return [];
  const hasProblems = file.problems.some(isBlocking);
  return file.groups.flatMap((group, index) => {
    // Over the first line, so that it is seen whatever comments a file begins with.
    const top = index === 0 ? { start: 0, end: 0 } : group.declaration;
    const commands = commandsOf(document, group, hasProblems).map((command) => lens(top, command));
    return [...commands, ...statesOf(group).map(({ at, text }) => lens(at, says(inert(text, 200))))];
  });
}

function commandsOf(document: TextDocument, group: CheckedGroup, hasProblems: boolean): Command[] {
  const { scope, state, checked } = group;
  if (!scope) return [];
  const where = { profile: scope.profile.id, regionCode: scope.regionCode };
  const place = says(inert(whereText(scope), 100));
  if (!checked || !state?.last) {
    const load = runs(`$(refresh) ${l10n.t('Load the Network')}`, 'ncloudIp.refresh', where);
    return [state?.kind === 'loading' ? says(l10n.t('Loading the network…')) : load, place];
  }
  const age = runs(`$(refresh) ${ageText(state.last.readAt)}`, 'ncloudIp.refresh', where);
  const isBad = hasProblems || checked.problems.some(isBlocking);
  const count = checked.releases.length + checked.wants.filter((one) => one.state !== 'inPlace').length;
  const request = { document: document.uri.toString(), ...where };
  const problem = runs(`$(error) ${l10n.t('Go to the next problem')}`, 'editor.action.marker.next');
  const planned = [
    runs(`$(checklist) ${l10n.t('Plan: {0}', changeCount(count))}`, 'ncloudIp.planFile', request),
    ...(scope.profile.protection === 'readOnly'
      ? []
      : [runs(`$(check-all) ${l10n.t('Apply')}`, 'ncloudIp.planAndApply', request)]),
  ];
  return [
    ...(isBad ? [problem] : count === 0 ? [says(`$(check) ${l10n.t('Everything is in place')}`)] : planned),
    ...(count > 0
      ? [runs(`$(diff) ${l10n.t('Show Drift')}`, 'ncloudIp.showDrift', { document: document.uri.toString() })]
      : []),
    age,
    place,
  ];
}

function statesOf({ checked, network }: CheckedGroup): { readonly at: Span; readonly text: string }[] {
  if (!checked || !network) return [];
  const byInterface = Map.groupBy(checked.wants, ({ networkInterfaceNo }) => networkInterfaceNo);
  const ofInterfaces = checked.targets.map(({ declared: { name, secondaryIps }, networkInterface }) => {
    const own = new Set(secondaryIps.map(({ start }) => start));
    const wants = (byInterface.get(networkInterface.networkInterfaceNo) ?? []).filter(({ word }) =>
      own.has(word.start),
    );
    const inPlace = wants.filter(({ state }) => state === 'inPlace').length;
    const missing = wants.filter(({ state }) => state === 'missing').length;
    const releases = checked.releases.filter((one) => one.networkInterfaceNo === networkInterface.networkInterfaceNo);
    const texts = [
      l10n.t('{0} of {1} in place', inPlace, secondaryIps.length),
      ...(missing > 0 ? [l10n.t('{0} missing', missing)] : []),
      ...holdersOf(wants, network),
      ...(releases.length > 0 ? [l10n.t('{0} to release', releases.length)] : []),
    ];
    return { at: name, text: texts.join(' · ') };
  });
  const ofFloating = checked.declaration.floating.flatMap(({ address }) => {
    const want = checked.wants.find(({ word }) => word.start === address.start);
    if (!want) return [];
    const name = createNamer(network);
    const holder = want.state === 'inPlace' ? want.networkInterfaceNo : want.from;
    return [{ at: address, text: holder === undefined ? l10n.t('held by nobody') : heldBy(name(holder)) }];
  });
  return [...ofInterfaces, ...ofFloating];
}

function holdersOf(wants: readonly { readonly from?: string }[], network: Network): string[] {
  const name = createNamer(network);
  return [...new Set(wants.flatMap(({ from }) => from ?? []))].map((from) => heldBy(name(from)));
}

function heldBy(name: string): string {
  return l10n.t('held by {0}', name);
}
