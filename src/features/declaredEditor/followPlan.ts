import { l10n, workspace, type TextDocument } from 'vscode';
import { DisposableStore } from '../../session/disposableStore';
import type { NetworkStore } from '../../session/networkStore';
import type { Reading } from '../../session/networkState';
import { isSameScope, type Scope } from '../../session/scope';
import { onDidCloseOurs } from '../../ui/documentTexts';

/** The document of a plan that stands open. */
export interface OpenPlan {
  readonly path: string;
  readonly scope: Scope;
  /** Of the file: its address, what is told of it, and what stood in it. */
  readonly uri: string;
  readonly name: string;
  readonly text: string;
  readonly isUnsaved: boolean;
  readonly reading: Reading;
  /** Whether the file would make the same plan of another reading. */
  readonly isSameOn: (reading: Reading) => boolean;
  readonly write: (as: {
    readonly isUnsaved: boolean;
    readonly readAt: number;
    readonly outdated: string | undefined;
  }) => void;
}

/**
 * Keeps the document of a plan honest for as long as it stands open: it says when the file, or the network as read since, would
 * make another plan by now, and from when the newest reading is that still makes this one. It is never replaced by another plan
 * under the eyes of whoever reads it.
 */
export function followPlan(networks: Pick<NetworkStore, 'state' | 'onDidChange'>, plan: OpenPlan): void {
  const { path, scope, uri, name, text, isSameOn, write } = plan;
  const store = new DisposableStore();
  let { readAt, network: seen } = plan.reading;
  let isOther = false;
  // It may have been closed and opened again.
  const openFile = (): TextDocument | undefined =>
    workspace.textDocuments.find((one) => !one.isClosed && one.uri.toString() === uri);
  const renew = (): void => {
    const open = openFile();
    const isSame = open?.getText() === text;
    const outdated = !open
      ? l10n.t('Outdated: {0} was closed after this plan was made.', name)
      : !isSame
        ? l10n.t('Outdated: {0} has changed since this plan was made. Plan it again.', name)
        : isOther
          ? l10n.t('Outdated: the network has changed since this plan was made. Plan it again.')
          : undefined;
    write({ isUnsaved: isSame ? open.isDirty : plan.isUnsaved, readAt, outdated });
  };
  const onFile = (document: TextDocument): void => {
    if (document.uri.toString() === uri) renew();
  };
  store.add(workspace.onDidChangeTextDocument(({ document }) => onFile(document)));
  store.add(workspace.onDidSaveTextDocument(onFile));
  store.add(workspace.onDidOpenTextDocument(onFile));
  store.add(workspace.onDidCloseTextDocument(onFile));
  store.add(
    onDidCloseOurs((closed) => {
      if (closed === path) store.dispose();
    }),
  );
  const onNetwork = (changed: Scope): void => {
    const { last } = networks.state(scope);
    if (!isSameScope(changed, scope) || !last || last.network === seen) return;
    seen = last.network;
    isOther = !isSameOn(last);
    // Of another text nobody made this plan then.
    if (!isOther && openFile()?.getText() === text) ({ readAt } = last);
    renew();
  };
  store.add(networks.onDidChange(onNetwork));
  // What came while the document was opened.
  onNetwork(scope);
  renew();
}
