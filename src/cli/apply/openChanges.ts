import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { holdsIn, type InterfaceHolds } from '../../change/interfaceHolds';
import { createHistory, type History } from '../../session/journal/history';
import { placeAt } from '../../session/scope';
import type { Terminal } from '../terminal';
import type { OpenAccount } from '../account/openAccount';

/** The history of this machine's runs, and who of them changes which interface. */
export interface Changes {
  readonly history: History;
  /** Of one region of the account's gateway. */
  readonly holdsOf: (regionCode: string) => InterfaceHolds;
}

/** Opens the folder that all runs share. A run that was killed leaves its entry and its holds there for the next one. */
export async function openChanges({ clock }: Pick<Terminal, 'clock'>, account: OpenAccount): Promise<Changes> {
  const { openJournal } = await import('../../session/journal/openJournal');
  const { store, holds } = await openJournal(path.join(account.folder, 'journal'), account.log);
  return {
    history: createHistory(store, () => clock.now(), randomUUID),
    holdsOf: (regionCode) => holdsIn(holds, placeAt(account.gatewayUrl, regionCode)),
  };
}
