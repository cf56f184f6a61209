import type { JournalEntry } from '../../change/journalEntry';
import { planTitle } from '../../words/changeText';
import { interfaceName } from '../../words/interfaceTitle';
import { askedByText } from '../../words/change/originText';

/** Entries never change: another version of one is another object. */
const known = new WeakMap<JournalEntry, string>();

/** What an entry may be found by, in small letters, a blank at each end: title, names, numbers, addresses, profile, id. */
export function entryWords(entry: JournalEntry): string {
  const words = known.get(entry) ?? write(entry);
  known.set(entry, words);
  return words;
}

function write({ id, profile, regionCode, origin, plan, steps }: JournalEntry): string {
  const words = [
    planTitle(plan),
    id,
    profile.name,
    regionCode,
    askedByText(origin) ?? '',
    ...plan.changes.flatMap((change) => [
      interfaceName(change),
      change.networkInterfaceName,
      change.networkInterfaceNo,
      change.serverName ?? '',
      change.primary,
      ...change.gains,
      ...change.loses,
    ]),
    ...steps.flatMap(({ step, chosen }) => [...step.secondaryIps, ...chosen]),
  ];
  return ` ${words.join(' ')} `.toLowerCase();
}
