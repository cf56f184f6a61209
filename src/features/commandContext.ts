import type { Memento, TreeView, Uri } from 'vscode';
import type { Session } from '../session/createSession';
import type { Scope } from '../session/scope';
import type { ProfileStore } from '../session/profileStore';
import type { HistoryNode } from '../tree/historyItem';
import type { NetworkTree } from '../tree/networkTree';
import type { TreeNode } from '../tree/node';
import type { OpenRows } from '../tree/openRows';
import type { CutAddresses } from './move/cutAddresses';
import type { Log } from '../ui/log';
import type { Prompter } from '../ui/prompter';
import type { ReadOnlyDocuments } from '../ui/readOnlyDocuments';
import type { Features, Maps } from './features';
import type { AddressSubject } from './move/addressesOf';
import type { Arguments } from './readArguments';

/** Everything that lives as long as the window. */
export interface Services extends Session {
  readonly documents: ReadOnlyDocuments;
  readonly log: Log;
  readonly tree: NetworkTree;
  readonly view: TreeView<TreeNode>;
  readonly openRows: OpenRows;
  readonly historyView: TreeView<HistoryNode>;
  readonly cut: CutAddresses<AddressSubject>;
  /** Where the extension is. */
  readonly extensionUri: Uri;
  /** What is remembered from window to window. */
  readonly memory: Memento;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Loads, once, what waits for a click. */
  readonly features: () => Promise<Features>;
}

/** Everything commands may need; each asks for the part it uses. */
export interface CommandContext extends Services {
  readonly prompter: Prompter;
  /** The maps that stand open; the first use loads them. */
  readonly maps: () => Promise<Maps>;
  /** The same where they are loaded: what only looks loads nothing. */
  readonly openMaps?: () => Maps | undefined;
}

/** A verb: what it was called with, and the promise of what it did. Undefined when the user cancelled. */
export type Command = (context: CommandContext, args: Arguments) => Promise<unknown>;

/** The region looked at through the active profile; undefined while there is no profile. */
export function activeScope(profiles: Pick<ProfileStore, 'active'>): Scope | undefined {
  const profile = profiles.active();
  return profile && { profile, regionCode: profile.regionCode };
}
