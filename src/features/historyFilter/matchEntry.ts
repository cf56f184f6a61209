import { outcomeOf } from '../../change/entryOutcome';
import type { JournalEntry } from '../../change/journalEntry';
import { isIpv4 } from '../../model/address';
import type { HistoryFilter, Thing } from '../../session/journal/historyFilter';

/** Says of an entry whether a filter lets it through; `wordsOf` is the text of one in small letters, a blank at each end. */
export function createMatcher(
  { thing, text = '', profiles, outcomes, isByAssistant }: HistoryFilter,
  wordsOf: (entry: JournalEntry) => string,
): (entry: JournalEntry) => boolean {
  const ids = new Set(profiles.flatMap((profile) => profile.ids));
  const wanted = new Set(outcomes);
  const needles = text.toLowerCase().split(/\s+/).filter(Boolean).map(needleFor);
  return (entry) =>
    (!isByAssistant || entry.origin?.kind === 'assistant') &&
    (profiles.length === 0 || ids.has(entry.profile.id)) &&
    (wanted.size === 0 || wanted.has(outcomeOf(entry))) &&
    (!thing || touches(entry, thing)) &&
    (needles.length === 0 || hasAll(wordsOf(entry), needles));
}

/** A whole address means itself: 10.0.10.1 is not in 10.0.10.11. */
function needleFor(word: string): string {
  return isIpv4(word) ? ` ${word} ` : word;
}

function hasAll(words: string, needles: readonly string[]): boolean {
  return needles.every((needle) => words.includes(needle));
}

/** True when the change was about the thing: as planned, as sent, or as the service chose. */
function touches({ profile, regionCode, plan, steps }: JournalEntry, thing: Thing): boolean {
  if (regionCode !== thing.regionCode || thing.elsewhere.includes(profile.id)) return false;
  const { changes } = plan;
  const changeOf = (no: string) => changes.find(({ networkInterfaceNo }) => networkInterfaceNo === no);
  const isAbout = (no: string): boolean =>
    changeOf(no) !== undefined ||
    plan.steps.some(
      ({ networkInterfaceNo, takes }) => networkInterfaceNo === no || takes.some(({ from }) => from === no),
    );
  switch (thing.kind) {
    case 'interface':
      return isAbout(thing.networkInterfaceNo);
    case 'server':
      // An interface that was another server's at that time belongs into the history of that one.
      return (
        changes.some(({ instanceNo }) => instanceNo === thing.serverInstanceNo) ||
        thing.networkInterfaceNos.some((no) => isAbout(no) && changeOf(no)?.instanceNo === undefined)
      );
    case 'address': {
      const { subnetNo, address } = thing;
      // An interface that the plan does not describe is no reason to hide a change.
      const isHere = (no: string): boolean => (changeOf(no)?.subnetNo ?? subnetNo) === subnetNo;
      return (
        changes.some((one) => one.subnetNo === subnetNo && [...one.gains, ...one.loses].includes(address)) ||
        steps.some(
          ({ step, chosen }) => [...step.secondaryIps, ...chosen].includes(address) && isHere(step.networkInterfaceNo),
        )
      );
    }
  }
}
