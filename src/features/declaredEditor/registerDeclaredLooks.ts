import { Hover, languages, Location, MarkdownString, Range, Uri, type Disposable, type TextDocument } from 'vscode';
import { declaredLanguage } from '../../contributions';
import { DisposableStore } from '../../session/disposableStore';
import type { GroupNames } from '../../session/groupNames';
import type { History } from '../../session/journal/history';
import type { NetworkStore } from '../../session/networkStore';
import type { Reservations } from '../../session/reservations';
import { detailsTitle, documentPath, documentScheme } from '../../words/documentPath';
import { interfaceTitle } from '../../words/interfaceTitle';
import { rangeOf } from '../checkedText/marks';
import type { CheckedFile } from '../declared/checkedFile';
import { hoverText } from './hoverText';
import { wordAt } from '../declared/wordAt';

/** What hovers are made of. */
interface Known {
  readonly networks: Pick<NetworkStore, 'state'>;
  readonly history: Pick<History, 'list'>;
  readonly groupNames: Pick<GroupNames, 'get'>;
  readonly reservations: Pick<Reservations, 'reservedIn'>;
}

/**
 * Hovers, and a definition for Ctrl+click and Peek: the details of the interface that is named or that holds the address.
 * F12 leads to its row in the tree (revealDeclared), which is no document that a definition could name.
 */
export function registerDeclaredLooks(
  current: (document: TextDocument) => CheckedFile,
  { networks, history, groupNames, reservations }: Known,
): Disposable {
  const store = new DisposableStore();
  const selector = { language: declaredLanguage };
  store.add(
    languages.registerHoverProvider(selector, {
      async provideHover(document, position) {
        const meant = wordAt(current(document), document.offsetAt(position));
        if (!meant) return undefined;
        const { scope, word, subnetNo } = meant;
        const reason = subnetNo === undefined ? undefined : reservations.reservedIn(scope, subnetNo).get(word.text);
        const text = hoverText(meant, {
          // A history that cannot be read is told in its view.
          entries: await history.list().catch(() => []),
          groups: groupNames.get(scope),
          reason,
          readAt: networks.state(scope).last?.readAt ?? 0,
        });
        return text === undefined ? undefined : new Hover(new MarkdownString(text), rangeOf(document, word));
      },
    }),
  );
  store.add(
    languages.registerDefinitionProvider(selector, {
      provideDefinition(document, position) {
        const { networkInterface, network, scope } = wordAt(current(document), document.offsetAt(position)) ?? {};
        if (!networkInterface || !network || !scope) return undefined;
        const title = detailsTitle(interfaceTitle(networkInterface, network));
        const { networkInterfaceNo } = networkInterface;
        const path = documentPath(['interface', scope.profile.id, scope.regionCode, networkInterfaceNo], title);
        return new Location(Uri.from({ scheme: documentScheme, path }), new Range(0, 0, 0, 0));
      },
    }),
  );
  return store;
}
