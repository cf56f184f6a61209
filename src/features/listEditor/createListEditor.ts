import { EventEmitter, languages, workspace, type Disposable, type TextDocument } from 'vscode';
import { listLanguage } from '../../contributions';
import type { AssignmentSheet } from '../../list/checkAssignments';
import type { Network } from '../../model/network';
import type { NetworkStore } from '../../session/networkStore';
import type { Scope } from '../../session/scope';
import type { ProfileStore } from '../../session/profileStore';
import { DisposableStore } from '../../session/disposableStore';
import type { CheckedList } from './checkedList';
import { completionItems } from './completionItems';
import { listDiagnostics } from './listDiagnostics';
import { listLenses } from './listLenses';
import { quickFixes } from './quickFixes';

/** What a list is checked on: the region that is looked at, as last read. */
export interface ListSurroundings {
  readonly profiles: Pick<ProfileStore, 'active' | 'onDidChange'>;
  readonly networks: Pick<NetworkStore, 'state' | 'onDidChange'>;
}

/** A list is checked this long (ms) after the last key: a long one is not checked at each. */
const restMs = 200;

/**
 * Follows every open list: marks while typing, lenses, fixes and completions, until disposed of. `checkAssignments` comes from
 * its own bundle, which holds the planner: it is not shipped twice.
 */
export function createListEditor(
  { profiles, networks }: ListSurroundings,
  checkAssignments: (text: string, network: Network) => AssignmentSheet,
): Disposable {
  const store = new DisposableStore();
  const marks = store.add(languages.createDiagnosticCollection(listLanguage));
  const checkedAnew = store.add(new EventEmitter<void>());
  const checked = new Map<string, CheckedList>();
  const waiting = new Map<string, NodeJS.Timeout>();
  const isList = ({ languageId }: TextDocument): boolean => languageId === listLanguage;

  function check(document: TextDocument): CheckedList {
    const profile = profiles.active();
    const scope: Scope | undefined = profile && { profile, regionCode: profile.regionCode };
    const state = scope && networks.state(scope);
    const network = state?.last?.network;
    const text = document.getText();
    const list: CheckedList = {
      text,
      version: document.version,
      isReading: state?.kind === 'loading',
      ...(scope && { scope }),
      ...(network && { network, sheet: checkAssignments(text, network) }),
    };
    checked.set(document.uri.toString(), list);
    marks.set(document.uri, listDiagnostics(document, list));
    checkedAnew.fire();
    return list;
  }
  /** The list as it stands, checked now where it was not yet. */
  function current(document: TextDocument): CheckedList {
    const known = checked.get(document.uri.toString());
    return known?.version === document.version ? known : check(document);
  }
  function checkSoon(document: TextDocument): void {
    if (!isList(document)) return;
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => {
        waiting.delete(key);
        if (!document.isClosed) check(document);
      }, restMs),
    );
  }
  const checkAll = (): void => workspace.textDocuments.forEach(checkSoon);

  store.add(workspace.onDidOpenTextDocument(checkSoon));
  store.add(workspace.onDidChangeTextDocument(({ document }) => checkSoon(document)));
  store.add(
    workspace.onDidCloseTextDocument(({ uri }) => {
      checked.delete(uri.toString());
      marks.delete(uri);
    }),
  );
  store.add(networks.onDidChange(checkAll));
  store.add(profiles.onDidChange(checkAll));
  store.add({ dispose: () => waiting.forEach((timer) => clearTimeout(timer)) });

  const selector = { language: listLanguage };
  store.add(
    languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: checkedAnew.event,
      provideCodeLenses: (document) => listLenses(document, checked.get(document.uri.toString())),
    }),
  );
  store.add(
    languages.registerCodeActionsProvider(selector, {
      provideCodeActions: (document, range, { diagnostics }) =>
        quickFixes(document, range, diagnostics, current(document)),
    }),
  );
  store.add(
    languages.registerCompletionItemProvider(
      selector,
      { provideCompletionItems: (document, position) => completionItems(document, position, current(document)) },
      ',',
      ' ',
    ),
  );
  checkAll();
  return store;
}
