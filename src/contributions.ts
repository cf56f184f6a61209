/**
 * Every id shared with package.json, typed. A unit test compares this file with the manifest, so neither can drift.
 * What a command takes from code is in features/commandOptions.ts.
 */
export const commandIds = [
  'ncloudIp.addProfile',
  'ncloudIp.removeProfile',
  'ncloudIp.renameProfile',
  'ncloudIp.switchProfile',
  'ncloudIp.switchRegion',
  'ncloudIp.switchHere',
  'ncloudIp.findHere',
  'ncloudIp.copyError',
  'ncloudIp.openSettings',
  'ncloudIp.openHelp',
  'ncloudIp.openWalkthrough',
  'ncloudIp.revealEntry',
  'ncloudIp.updateKeys',
  'ncloudIp.setProtection',
  'ncloudIp.setAssistants',
  'ncloudIp.chooseRegions',
  'ncloudIp.filterAndGroup',
  'ncloudIp.filterByText',
  'ncloudIp.clearFilter',
  'ncloudIp.showFindings',
  'ncloudIp.findAddress',
  'ncloudIp.showUnseen',
  'ncloudIp.openSubnetMap',
  'ncloudIp.openNetworkOverview',
  'ncloudIp.copyNextAddress',
  'ncloudIp.showDetails',
  'ncloudIp.showDetailsJson',
  'ncloudIp.openInConsole',
  'ncloudIp.copyAs',
  'ncloudIp.guestOsCommands',
  'ncloudIp.setUpFailover',
  'ncloudIp.failoverTest',
  'ncloudIp.copyDocument',
  'ncloudIp.revealDocument',
  'ncloudIp.showPreview',
  'ncloudIp.trySandbox',
  'ncloudIp.refresh',
  'ncloudIp.refreshNode',
  'ncloudIp.assignSecondaryIps',
  'ncloudIp.unassignSecondaryIps',
  'ncloudIp.moveSecondaryIps',
  'ncloudIp.cutAddress',
  'ncloudIp.pasteAddress',
  'ncloudIp.assignFromList',
  'ncloudIp.assignGoodLines',
  'ncloudIp.listFromFile',
  'ncloudIp.planFile',
  'ncloudIp.planAndApply',
  'ncloudIp.exportSecondaryIps',
  'ncloudIp.showDrift',
  'ncloudIp.addToFile',
  'ncloudIp.revealInFile',
  'ncloudIp.revealDeclared',
  'ncloudIp.undo',
  'ncloudIp.undoEntry',
  'ncloudIp.redo',
  'ncloudIp.retryFailed',
  'ncloudIp.openHistoryEntry',
  'ncloudIp.copyHistoryEntry',
  'ncloudIp.exportHistory',
  'ncloudIp.showHistory',
  'ncloudIp.filterHistory',
  'ncloudIp.clearHistoryFilter',
  'ncloudIp.dismissResult',
  'ncloudIp.refreshHistory',
  'ncloudIp.openHistoryFolder',
  'ncloudIp.setAsideUnreadable',
  'ncloudIp.archiveHistory',
  'ncloudIp.openArchive',
  'ncloudIp.copyAddress',
  'ncloudIp.doctor',
  'ncloudIp.showLog',
] as const;
/** One of the commands above. */
export type CommandId = (typeof commandIds)[number];

/** The tools that language models may use, each `ncloud-ip_` and a name of src/tools/toolTable.ts. */
export const toolIds = [
  'ncloud-ip_listNetwork',
  'ncloud-ip_findAddress',
  'ncloud-ip_getInterface',
  'ncloud-ip_listFindings',
  'ncloud-ip_getHistory',
  'ncloud-ip_unusedAddresses',
  'ncloud-ip_planChange',
  'ncloud-ip_planUndo',
  'ncloud-ip_applyPlan',
] as const;
/** One of the tools above. */
export type ToolId = (typeof toolIds)[number];

/** The language of lists of addresses to assign, as package.json contributes it. */
export const listLanguage = 'ncloud-ip-list';
/** The language of files that say who holds which address (`*.ncloud-ip.yaml`). */
export const declaredLanguage = 'ncloud-ip-yaml';

/** The views of the container, by what they show. */
export const viewIds = { network: 'ncloudIp.network', history: 'ncloudIp.history' } as const;

/** What a tree node may be told apart by in `when` clauses (`viewItem`). */
export type NodeKind =
  | 'profile'
  | 'server'
  | 'region'
  | 'vpc'
  | 'subnet'
  | 'interface'
  | 'interfaceFull'
  | 'interfaceEmpty'
  | 'interfaceReadOnly'
  | 'primaryAddress'
  | 'secondaryAddress'
  | 'secondaryAddressReadOnly'
  | 'problem'
  | 'note'
  | 'day'
  | 'reading'
  | 'unreadable'
  | 'unreadableFile'
  | 'historyFilter'
  | 'entry'
  | 'entryUndoable'
  | 'entryUndoableFailed'
  | 'entryRedoable'
  | 'entryRedoableFailed'
  | 'entryFailed';

/** Context keys and the values they take. */
export interface ContextKeys {
  'ncloudIp.hasProfiles': boolean;
  /** The shown region was read and holds no network interface. */
  'ncloudIp.networkEmpty': boolean;
  /** Some of the interfaces shown are left out by a filter. */
  'ncloudIp.isFiltered': boolean;
  /** The active profile refuses writes. */
  'ncloudIp.readOnly': boolean;
  /** What assistants may do with the active profile. Unset until the services are open: what a tool may do is looked at when it runs. */
  'ncloudIp.assistants': 'off' | 'look' | 'propose' | 'apply';
  /** Addresses were cut and wait for a paste. */
  'ncloudIp.hasCut': boolean;
  /** The history was read, and there is no change in it. Unset as long as nobody knows. */
  'ncloudIp.historyEmpty': boolean;
  /** A filter is on in the History view. */
  'ncloudIp.historyFiltered': boolean;
  /** What became of the last change is in the status bar. */
  'ncloudIp.hasResult': boolean;
  'ncloudIp.canUndo': boolean;
  'ncloudIp.canRedo': boolean;
}

/** Settings, without the `ncloudIp.` in front, and their types. Defaults stand in package.json. */
export interface Settings {
  /** A ceiling; `auto` counts as the highest. */
  requestsPerSecond: number;
  requestTimeoutSeconds: number;
  confirm: 'always' | 'risky' | 'never';
  /** Names of profiles that code may change without a review. The sandbox needs no entry. */
  allowUnattendedChanges: readonly string[];
  'sandbox.scenario': 'small' | 'empty' | 'large';
  /** Of the scenario `large`. */
  'sandbox.interfaces': number;
  'sandbox.settleSeconds': number;
  /** 0 = never. */
  autoRefreshMinutes: number;
  staleMinutes: number;
  /** 0 = for ever. */
  'history.keepDays': number;
}
