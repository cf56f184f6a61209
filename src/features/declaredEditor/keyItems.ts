import { l10n } from 'vscode';
import type { CompletionPlace } from '../../declared/completionPlace';
import type { OfferedItem } from './addressItems';

/** A key: what it is for, and what is written with it. `$0` is where the cursor is then. */
interface Key {
  readonly key: string;
  readonly about: () => string;
  readonly rest: string;
  /** What may stand there is offered at once. */
  readonly goesOn?: boolean;
}

const root: readonly Key[] = [
  { key: 'version', about: () => l10n.t('of this format'), rest: ': 1\n' },
  { key: 'profile', about: () => l10n.t('name of a profile, never its keys'), rest: ': $0', goesOn: true },
  { key: 'region', about: () => l10n.t('such as {0}', 'KR'), rest: ': $0', goesOn: true },
  { key: 'interfaces', about: () => l10n.t('who holds which addresses'), rest: ':\n  $0', goesOn: true },
  {
    key: 'floating',
    about: () => l10n.t('addresses that one of several interfaces holds'),
    rest: ':\n  - address: $1\n    holders: [$0]',
    goesOn: true,
  },
  {
    key: 'reserved',
    about: () => l10n.t('addresses to reserve'),
    rest: ':\n  - { address: $1, for: $0 }',
    goesOn: true,
  },
  { key: 'released', about: () => l10n.t('addresses that nobody holds'), rest: ':\n  - $0', goesOn: true },
  { key: 'maxRemovals', about: () => l10n.t('how many may be released or taken over at once'), rest: ': $0' },
];
const ofInterface: readonly Key[] = [
  { key: 'secondaryIps', about: () => l10n.t('what it holds'), rest: ': [$0]', goesOn: true },
  { key: 'authoritative', about: () => l10n.t('whatever else it holds is released'), rest: ': true' },
];
const ofFloating: readonly Key[] = [
  { key: 'address', about: () => l10n.t('an address'), rest: ': $0', goesOn: true },
  { key: 'holders', about: () => l10n.t('any one of them is right'), rest: ': [$0]', goesOn: true },
  { key: 'owner', about: () => l10n.t('who to ask'), rest: ': $0' },
];
const ofReservation: readonly Key[] = [
  { key: 'address', about: () => l10n.t('an address'), rest: ': $0', goesOn: true },
  { key: 'range', about: () => l10n.t('such as {0}', '10.0.10.200-219'), rest: ': $0' },
  { key: 'for', about: () => l10n.t('who it is reserved for'), rest: ': $0' },
  { key: 'until', about: () => l10n.t('the last day, such as {0}', '2027-01-31'), rest: ': $0' },
];
const bySection: ReadonlyMap<string | number, readonly Key[]> = new Map([
  ['interfaces', ofInterface],
  ['floating', ofFloating],
  ['reserved', ofReservation],
]);

/** The keys that may stand at a place and are not there yet. */
export function keyItems({ path: [section], siblings, isKey, hasColon }: CompletionPlace): OfferedItem[] {
  const keys = section === undefined ? root : (bySection.get(section) ?? []);
  return keys
    .filter(({ key }) => !isKey || !siblings.includes(key))
    .map(({ key, about, rest, goesOn = false }) => ({
      label: key,
      description: about(),
      insert: hasColon ? key : `${key}${rest}`,
      isSnippet: !hasColon,
      goesOn: goesOn && !hasColon,
    }));
}
