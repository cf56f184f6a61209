import { l10n, workspace, type TextDocument } from 'vscode';
import { DisposableStore } from '../../session/disposableStore';
import { planDigest } from '../../plan/planDigest';
import { planDocument, type PlanView } from '../../words/change/planDocument';
import { documentScheme } from '../../words/documentPath';
import { planOn } from '../change/planFresh';
import type { CommandContext } from '../commandContext';
import { shortName } from './declaredFiles';
import { wishedFile } from './fileOrigin';
import type { FileWish } from './fileWish';

type Context = Pick<CommandContext, 'documents' | 'networks' | 'reservations'>;

/**
 * Keeps the document of a plan honest for as long as it stands open: it says when the file, or the network as read since, would
 * make another plan by now, and from when the newest reading is that still makes this one. It is never replaced by another plan
 * under the eyes of whoever reads it.
 */
export function followPlan(context: Context, path: string, wish: FileWish, view: PlanView): void {
  const { documents, networks } = context;
  const { scope } = wish;
  const store = new DisposableStore();
  let { readAt } = wish.reading;
  let seen = wish.reading.network;
  let network: string | undefined;
  const renew = (): void => {
    const outdated = fileChange(wish) ?? network;
    const open = openFile(wish);
    const file =
      open?.getText() === wish.text ? wishedFile({ document: open, isUnsaved: open.isDirty }) : wishedFile(wish);
    documents.replace(
      path,
      planDocument({ ...view, source: { file, readAt, ...(outdated !== undefined && { outdated }) } }),
    );
  };
  const isFile = ({ uri }: TextDocument): boolean => uri.toString() === wish.document.uri.toString();
  const onFile = (document: TextDocument): void => {
    if (isFile(document)) renew();
  };
  store.add(workspace.onDidChangeTextDocument(({ document }) => onFile(document)));
  store.add(workspace.onDidSaveTextDocument(onFile));
  store.add(workspace.onDidOpenTextDocument(onFile));
  store.add(
    workspace.onDidCloseTextDocument((document) => {
      if (document.uri.scheme === documentScheme && document.uri.path === path) store.dispose();
      else onFile(document);
    }),
  );
  store.add(
    networks.onDidChange((changed) => {
      const { last } = networks.state(scope);
      if (changed.profile.id !== scope.profile.id || changed.regionCode !== scope.regionCode) return;
      if (!last || last.network === seen) return;
      seen = last.network;
      network = networkChange(context, wish, view, last);
      if (network === undefined) ({ readAt } = last);
      renew();
    }),
  );
}

/** The file as it stands in the editor; it may have been closed and opened again. */
function openFile({ document: { uri } }: FileWish): TextDocument | undefined {
  return workspace.textDocuments.find((one) => !one.isClosed && one.uri.toString() === uri.toString());
}

function fileChange(wish: FileWish): string | undefined {
  const open = openFile(wish);
  const name = shortName(wish.document.uri);
  if (!open) return l10n.t('Outdated: {0} was closed after this plan was made.', name);
  return open.getText() === wish.text
    ? undefined
    : l10n.t('Outdated: {0} has changed since this plan was made. Plan it again.', name);
}

/** What is there to do by this reading: the same, nothing any more, or something else, which may also be that it cannot be done. */
function networkChange(
  context: Context,
  { intentOn, scope }: FileWish,
  { digest }: PlanView,
  reading: FileWish['reading'],
): string | undefined {
  try {
    const intent = intentOn(reading, []);
    if (intent.items.length === 0) return l10n.t('Outdated: everything is in place by now.');
    const profile = { ...scope.profile, protection: 'none' as const };
    const planned = planOn(context, { scope: { ...scope, profile }, reading, intent });
    if (planned.ok && planDigest(planned.plan) === digest) return undefined;
  } catch {
    // What is in the way is told where the file is planned again.
  }
  return l10n.t('Outdated: the network has changed since this plan was made. Plan it again.');
}
