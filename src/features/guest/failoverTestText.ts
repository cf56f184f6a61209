import { l10n } from 'vscode';
import type { FailoverTestWords } from '../../guest/failover/failoverTestDocument';
import type { Holder, HolderWatch } from '../../guest/failover/holderWatch';
import type { AddressTotals } from '../../guest/failover/interruptions';
import type { Network } from '../../model/network';
import type { Scope } from '../../session/scope';
import type { Namer } from '../../words/namer';
import { clockText, momentText, zonedText } from '../../words/timeText';
import { whereText } from '../../words/whereText';

/** Why a test ended. `keys`: the profile or its keys are gone or are others. */
export type TestEnd = 'stopped' | 'time' | 'keys';

/** What the head of a test's document is made of. */
export interface TestFacts {
  readonly scope: Scope;
  readonly network: Network;
  readonly subnetNo: string;
  /** The interfaces asked for, by number. */
  readonly asked: readonly string[];
  readonly startedAt: number;
  readonly watch: HolderWatch;
  readonly lastError: string | undefined;
  readonly name: Namer;
}

/** So many interfaces are named; the others are counted. */
const mostNamed = 20;
const blank = '________';

/** Whole seconds where they are said while time goes on, else with a tenth. */
const tenths = (ms: number): string => (ms / 1_000).toFixed(1);
const between = (atLeastMs: number, atMostMs: number): string => `${tenths(atLeastMs)} – ${tenths(atMostMs)}`;

/** Who has which address, and for how long that has been seen, in a line. */
export function liveText({ spans, last }: HolderWatch, name: Namer): string {
  const said = [...spans].map(([address, list]): [string, string] => {
    const span = list.at(-1);
    const seconds = Math.round(((last?.answeredAt ?? 0) - (span?.first.answeredAt ?? 0)) / 1_000);
    if (span?.holder.kind === 'held') {
      return [address, l10n.t('on {0} · {1} s', name(span.holder.networkInterfaceNo), seconds)];
    }
    return span?.holder.kind === 'none'
      ? [address, l10n.t('no holder for {0} s', seconds)]
      : [address, l10n.t('not known for {0} s', seconds)];
  });
  return [...Map.groupBy(said, ([, text]) => text)]
    .map(([text, group]) => `${group.map(([address]) => address).join(', ')} ${text}`)
    .join('; ');
}

/** What the message at the end says. */
export function endedText({ addresses }: HolderWatch, end: TestEnd): string {
  return `${l10n.t('Failover test of {0}', addresses.join(', '))}: ${endText(end)}`;
}

function endText(end: TestEnd): string {
  return {
    stopped: l10n.t('ended'),
    time: l10n.t('ended because its time was over'),
    keys: l10n.t('ended because the profile or its keys changed'),
  }[end];
}

/** Where, when, what was asked and how well it was answered. */
export function testFacts(
  { scope, network, subnetNo, asked, startedAt, watch, lastError, name }: TestFacts,
  ended: { readonly end: TestEnd; readonly at: number } | undefined,
): (readonly [string, string])[] {
  const subnet = network.subnet(subnetNo);
  const others = asked.length > mostNamed ? ` + ${asked.length - mostNamed}` : '';
  const checks =
    watch.failures === 0
      ? String(watch.looks)
      : l10n.t('{0}, of which {1} without a response', watch.looks, watch.failures);
  return [
    [l10n.t('Profile'), whereText(scope)],
    [l10n.t('Subnet'), subnet ? `${subnet.subnetName} ${subnet.subnet}` : subnetNo],
    [l10n.t('Network interfaces'), `${asked.slice(0, mostNamed).map(name).join(', ')}${others}`],
    [l10n.t('Started'), zonedText(startedAt)],
    [
      l10n.t('Ended'),
      ended ? `${momentText(ended.at)} · ${endText(ended.end)}` : l10n.t('not yet; Cancel in the message ends it'),
    ],
    ...(ended ? [[l10n.t('Times checked'), checks] as const] : []),
    ...(lastError === undefined ? [] : [[l10n.t('Last failure'), lastError] as const]),
  ];
}

/** The sentences of the document of a failover test. */
export function failoverTestWords(name: Namer): FailoverTestWords {
  return {
    title: (addresses) => l10n.t('Failover test of {0}', addresses),
    result: l10n.t('Result'),
    resultOf,
    table: l10n.t('Who held it when'),
    columns: [l10n.t('Address'), l10n.t('Holder'), l10n.t('From'), l10n.t('Until'), l10n.t('Seconds')],
    holder: (holder) => holderText(holder, name),
    moment: (times) => (times ? [...new Set(times.map(clockText))].join(' – ') : '…'),
    length: between,
    person: l10n.t('To fill in'),
    personLines: [
      l10n.t('What was done, on which server, and when: {0}', blank),
      l10n.t('Seconds from then until the new holder (10 at most are expected): {0}', blank),
      l10n.t('Longest time that a client was without an answer: {0}', blank),
    ],
    changes: l10n.t('Changes made on this machine meanwhile'),
    noChanges: l10n.t('None. What the guard or other people change is not in this history.'),
    exactness: l10n.t('How exact this is'),
    exactnessLines: [
      l10n.t('NAVER Cloud was asked once a second at most, so each time of a change and each duration is a range.'),
      l10n.t('"No holder": no network interface that the subnet had at the beginning has the address.'),
      l10n.t(
        '"Not known": no response, an incomplete one, or none for 5 seconds. Only the upper end of a range counts that time.',
      ),
    ],
  };
}

function holderText(holder: Holder, name: Namer): string {
  if (holder.kind === 'held') return name(holder.networkInterfaceNo);
  return holder.kind === 'none' ? l10n.t('no holder') : l10n.t('not known');
}

function resultOf(address: string, totals: AddressTotals): string[] {
  const { moves, longest, verdict, atLeastMs, atMostMs, unknownMs } = totals;
  const unknown = unknownMs > 0 ? [l10n.t('{0}: not known for {1} s', address, tenths(unknownMs))] : [];
  if (!longest) return [l10n.t('{0}: no change was seen', address), ...unknown];
  const judged = {
    within: l10n.t('within the 10 s expected'),
    beyond: l10n.t('longer than the 10 s expected'),
    unclear: l10n.t('whether within the 10 s expected is not known'),
    none: '',
  }[verdict];
  return [
    l10n.t('{0}: changes of holder: {1}', address, moves),
    l10n.t(
      '{0}: without a holder for {1} s at the longest: {2}',
      address,
      between(longest.atLeastMs, longest.atMostMs),
      judged,
    ),
    l10n.t('{0}: without a holder for {1} s in all', address, between(atLeastMs, atMostMs)),
    ...unknown,
  ];
}
