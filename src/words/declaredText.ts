import { l10n } from 'vscode';
import type { DeclaredProblem } from '../declared/declaration';
import type { ShapeIssue } from '../declared/declarationSchema';
import type { Namer } from './namer';
import { problemText } from './problemText';
import { shownName } from './shownName';

type Row<K extends DeclaredProblem['kind']> = (problem: Extract<DeclaredProblem, { kind: K }>, name: Namer) => string;

/** Each sentence names the rule and the repair. */
const rows: { readonly [K in DeclaredProblem['kind']]: Row<K> } = {
  notYaml: ({ message }) => l10n.t('Not valid YAML: {0}', message),
  tooLong: ({ limit }) => l10n.t('The file is too long: the limit is {0} characters.', limit),
  tooDeep: () => l10n.t('Nested too deeply.'),
  alias: () => l10n.t('YAML aliases are not supported. Repeat the value.'),
  shape: ({ is, key, nearest }) =>
    nearest === undefined
      ? shapeText(is, shownName(key))
      : l10n.t('Unknown key {0}. Did you mean {1}?', shownName(key), nearest),
  addressOrRange: () => l10n.t('A reservation needs either an address or a range.'),
  twice: ({ address }) => l10n.t('{0} is declared twice. Declare it once.', shownName(address)),
  reservedHere: ({ address, for: reason }) =>
    reason === undefined
      ? l10n.t('{0} is reserved in this file.', shownName(address))
      : l10n.t('{0} is reserved in this file for {1}.', shownName(address), shownName(reason)),
  releasedHere: ({ address }) => l10n.t('{0} is both declared and released. Keep one of the two.', shownName(address)),
  expired: ({ text, until }) =>
    l10n.t('The reservation of {0} ended on {1} and no longer counts.', shownName(text), shownName(until)),
  unknownProfile: ({ name }) => l10n.t('No profile {0} on this machine. Add it, or correct the name.', shownName(name)),
  sameInterface: ({ networkInterfaceNo, other }, name) =>
    l10n.t('{0} and this name both mean {1}. Declare it once.', shownName(other), name(networkInterfaceNo)),
  releasedNowhere: ({ address }) =>
    l10n.t('{0} is in no subnet of the interfaces in this file, so nothing is released.', shownName(address)),
  releasedPrimary: ({ address, holder }, name) =>
    l10n.t('{0} is the primary IP of {1} and cannot be released.', shownName(address), name(holder)),
  tooManyRemovals: ({ count, limit, others }) =>
    others === undefined
      ? l10n.t(
          'This would release or take over {0} addresses; the file allows {1}. Set maxRemovals to allow more.',
          count,
          limit,
        )
      : l10n.t(
          'One apply would release or take over {0} addresses, {1} of them before this or in another region; the file allows {2}. Set maxRemovals to allow more.',
          count,
          others,
          limit,
        ),
  plan: ({ problem }, name) => problemText(problem, name),
};

function shapeText(is: ShapeIssue['is'], key: string): string {
  const texts = {
    unknown: () => l10n.t('Unknown key {0}.', key),
    missing: () => l10n.t('{0} is missing.', key),
    map: () => l10n.t('Expected names and values, like version: 1.'),
    list: () => l10n.t('Expected a list, like [10.0.10.11, 10.0.10.12].'),
    text: () => l10n.t('Expected text.'),
    yesNo: () => l10n.t('Expected true or false.'),
    address: () => l10n.t('Expected an IPv4 address, like 10.0.10.11.'),
    day: () => l10n.t('Expected a day, like 2027-01-31.'),
    version: () => l10n.t('version must be 1.'),
    count: () => l10n.t('Expected a whole number, 0 or more.'),
    interface: () => l10n.t('Expected a list of addresses, or an object with secondaryIps.'),
  } satisfies Record<ShapeIssue['is'], () => string>;
  return texts[is]();
}

/** One sentence for one problem of a file, in the user's language. */
export function declaredText(problem: DeclaredProblem, name: Namer): string {
  return (rows[problem.kind] as Row<DeclaredProblem['kind']>)(problem, name);
}
