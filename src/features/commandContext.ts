import type { TreeView } from 'vscode';
import type { ApiPool } from '../session/apiPool';
import type { CredentialStore } from '../session/credentialStore';
import type { FreshAddresses } from '../session/freshAddresses';
import type { GroupNames } from '../session/groupNames';
import type { GuestSystems } from '../session/guestSystems';
import type { History } from '../session/journal/history';
import type { HistoryFilters } from '../session/journal/historyFilter';
import type { JournalArchive } from '../session/journal/journalArchive';
import type { KeyEnds } from '../session/keyEnds';
import type { LastResult } from '../session/lastResult';
import type { LookStore } from '../session/lookStore';
import type { NetworkStore, Scope } from '../session/networkStore';
import type { ProfileStore } from '../session/profileStore';
import type { ScopeStore } from '../session/scopeStore';
import type { SandboxDoor } from '../session/sandboxDoor';
import type { HistoryNode } from '../tree/historyItem';
import type { NetworkTree } from '../tree/networkTree';
import type { TreeNode } from '../tree/node';
import type { Clock } from '../change/applyDeps';
import type { InterfaceHolds } from '../change/interfaceHolds';
import type { CutAddresses } from './move/cutAddresses';
import type { Log } from '../ui/log';
import type { Prompter } from '../ui/prompter';
import type { ReadOnlyDocuments } from '../ui/readOnlyDocuments';
import type { AddressSubject } from './move/addressesOf';
import type { Arguments } from './readArguments';

/** Everything that lives as long as the window. */
export interface Services {
  readonly profiles: ProfileStore;
  readonly credentials: CredentialStore;
  readonly keyEnds: KeyEnds;
  readonly apis: ApiPool;
  readonly networks: NetworkStore;
  readonly scopes: ScopeStore;
  readonly looks: LookStore;
  readonly guestSystems: GuestSystems;
  readonly groupNames: GroupNames;
  readonly history: History;
  readonly historyFilters: HistoryFilters;
  /** What became of the last change. */
  readonly lastResult: LastResult;
  /** The addresses it brought. */
  readonly fresh: FreshAddresses;
  readonly archive: JournalArchive;
  readonly holds: InterfaceHolds;
  /** Where the history's files are. */
  readonly journalFolder: string;
  readonly sandbox: SandboxDoor;
  readonly documents: ReadOnlyDocuments;
  readonly log: Log;
  readonly clock: Clock;
  readonly tree: NetworkTree;
  readonly view: TreeView<TreeNode>;
  readonly historyView: TreeView<HistoryNode>;
  readonly cut: CutAddresses<AddressSubject>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Everything commands may need; each asks for the part it uses. */
export interface CommandContext extends Services {
  readonly prompter: Prompter;
}

/** A verb: what it was called with, and the promise of what it did. Undefined when the user thought better of it. */
export type Command = (context: CommandContext, args: Arguments) => Promise<unknown>;

/** The region looked at through the active profile; undefined while there is no profile. */
export function activeScope(profiles: Pick<ProfileStore, 'active'>): Scope | undefined {
  const profile = profiles.active();
  return profile && { profile, regionCode: profile.regionCode };
}
