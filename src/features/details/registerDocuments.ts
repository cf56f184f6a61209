import { CodeLens, l10n, languages, Range, type Disposable, type TextDocument } from 'vscode';
import type { CommandId } from '../../contributions';
import { codeBlocks } from '../../text/code';
import { DisposableStore } from '../../session/disposableStore';
import { documentScheme, placeOf, topicOf } from '../../words/documentPath';
import type { Services } from '../commandContext';

/** Gives documents their code lenses, and keeps those that stand open as what they are about was read last. */
export function registerDocuments(
  services: Pick<Services, 'networks' | 'history' | 'profiles' | 'documents'>,
): Disposable {
  const store = new DisposableStore();
  const source = { scheme: documentScheme, language: 'markdown' };
  store.add(languages.registerCodeLensProvider(source, { provideCodeLenses: guestLenses }));
  store.add(rewriteDocuments(services));
  return store;
}

/** Writes open documents anew when what they are about was read again, so that a link never leads to what was so before. */
export function rewriteDocuments({
  networks,
  history,
  profiles,
  documents,
}: Pick<Services, 'networks' | 'history' | 'profiles' | 'documents'>): Disposable {
  const store = new DisposableStore();
  store.add(
    networks.onDidChange((scope) => {
      if (networks.state(scope).kind !== 'loaded') return;
      documents.rewrite((path) => {
        const about = placeOf(path);
        return about?.profileId === scope.profile.id && about.regionCode === scope.regionCode;
      });
    }),
  );
  // A profile that was removed or renamed stands in them.
  store.add(profiles.onDidChange(() => documents.rewrite((path) => placeOf(path) !== undefined)));
  store.add(
    history.onDidChange(() => {
      documents.rewrite((path) => ['entry', 'interface'].includes(topicOf(path)?.topic[0] ?? ''));
    }),
  );
  return store;
}

/** In a document with commands: Copy over each block; for a guest also the other systems, over the first line. */
function guestLenses(document: Pick<TextDocument, 'uri' | 'getText'>): CodeLens[] {
  const { path } = document.uri;
  const kind = topicOf(path)?.topic[0];
  if (kind !== 'guest' && kind !== 'failover') return [];
  const about = guestOf(path);
  const lens = (line: number, title: string, command: CommandId, options: object): CodeLens =>
    new CodeLens(new Range(line, 0, line, 0), { title, command, arguments: [options] });
  const blocks = codeBlocks(document.getText());
  return [
    ...(about
      ? [
          lens(0, l10n.t('All Systems'), 'ncloudIp.guestOsCommands', { ...about, system: 'all' }),
          lens(0, l10n.t('Another System…'), 'ncloudIp.guestOsCommands', about),
        ]
      : []),
    ...blocks.map(({ line }, block) => lens(line, l10n.t('Copy'), 'ncloudIp.copyDocument', { path, block })),
  ];
}

/** What Guest OS Commands was called with to write the document of this path. */
function guestOf(path: string): Readonly<Record<string, unknown>> | undefined {
  const [kind, profile, regionCode, about, ...rest] = topicOf(path)?.topic ?? [];
  if (kind !== 'guest') return undefined;
  return about === 'entry'
    ? { entry: rest[0] }
    : { profile, regionCode, networkInterfaceNo: about, secondaryIps: rest };
}
