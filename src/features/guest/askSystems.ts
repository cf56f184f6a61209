import { l10n } from 'vscode';
import type { GuestSystem } from '../../guest/systems/system';
import type { KnownGuest } from '../../guest/writeGuests';
import type { GuestSystems } from '../../session/guestSystems';
import { guestWords } from './guestText';
import type { Prompter } from '../../ui/prompter';

/** The system chosen for each server, by its number; empty for all systems of all. */
export type ChosenSystems = ReadonlyMap<string, GuestSystem>;

/**
 * Asks which operating system the servers run, those together that are likely to run the same one: the one chosen last for a
 * server comes first, then what its platform hints at. `failover` when the addresses are for several servers. Undefined when somebody thought better of it.
 */
export async function askSystems(
  prompter: Prompter,
  guests: readonly KnownGuest[],
  profileId: string,
  remembered: GuestSystems,
): Promise<ChosenSystems | 'failover' | undefined> {
  const groups = [...Map.groupBy(guests, (guest) => orderOf(guest)[0]?.id).values()];
  const chosen = new Map<string, GuestSystem>();
  for (let at = 0; at < groups.length;) {
    const group = groups[at] ?? [];
    const answer = await prompter.pick<GuestSystem | 'all' | 'failover'>({
      title: l10n.t('Guest OS Commands'),
      ...(groups.length > 1 && { step: at + 1, totalSteps: groups.length, canGoBack: at > 0 }),
      placeholder: l10n.t('Which operating system runs on {0}?', titleOf(group)),
      choices: [
        ...choicesOf(group),
        { value: 'failover' as const, label: l10n.t('keepalived (the address follows the master)') },
        { value: 'all' as const, label: l10n.t('All Systems'), description: l10n.t('all in one document') },
      ],
    });
    if (answer === undefined) return undefined;
    if (answer.kind === 'back') at--;
    else if (answer.value === 'failover') return 'failover';
    else if (answer.value === 'all') return new Map();
    else {
      for (const { serverNo } of group) chosen.set(serverNo, answer.value);
      at++;
    }
  }
  for (const [serverNo, system] of chosen) await remembered.set(profileId, [serverNo], system);
  return chosen;

  function orderOf({
    serverNo,
    commands,
  }: KnownGuest): readonly { id: GuestSystem; isLast: boolean; isLikely: boolean }[] {
    const last = remembered.get(profileId, serverNo);
    const systems = commands.systems.map(({ id, isLikely }) => ({ id, isLikely, isLast: id === last }));
    return [...systems.filter(({ isLast }) => isLast), ...systems.filter(({ isLast }) => !isLast)];
  }

  function choicesOf([first]: readonly KnownGuest[]) {
    const { system, likely } = guestWords();
    return (first ? orderOf(first) : []).map(({ id, isLast, isLikely }) => ({
      value: id,
      label: system(id),
      ...((isLast || isLikely) && { description: isLast ? l10n.t('used last time') : likely }),
    }));
  }
}

/** The guests of a document in a few words: the first one by name. */
export function titleOf([first, ...others]: readonly Pick<KnownGuest, 'title'>[]): string {
  const title = first?.title ?? '';
  return others.length === 0 ? title : l10n.t('{0} and {1} more', title, others.length);
}
