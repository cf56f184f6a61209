import { workspace, type Disposable } from 'vscode';
import { activeScope, type CommandContext } from '../commandContext';
import { allFindings } from '../findings/allFindings';
import { setContextKey } from '../../ui/contextKeys';
import { DisposableStore } from '../../session/disposableStore';
import { describeNetworkView } from './networkView';
import { displayText } from '../../words/filterText';
import { keysEndText } from '../../words/keysEndText';
import { setting } from '../../ui/settings';
import { createScopeStatus } from './statusBar';
import { whileVisible } from './whileVisible';

type Context = Pick<
  CommandContext,
  'profiles' | 'credentials' | 'keyEnds' | 'apis' | 'networks' | 'scopes' | 'displays' | 'tree' | 'view' | 'clock'
>;

/** Keeps what is on the screen in step with what is known: the view's title and badge, the status bar, context keys. */
export function followChanges(context: Context): Disposable {
  const { profiles, credentials, keyEnds, apis, networks, scopes, displays, tree, view, clock } = context;
  const store = new DisposableStore();
  const status = store.add(createScopeStatus());
  const showStatus = (): void => {
    const active = activeScope(profiles);
    status.show(active, keysEndText(active && keyEnds.get(active.profile.id)));
  };
  const describe = (): void => {
    const shown = scopes.shown();
    showStatus();
    void keyEnds.look([...new Set(shown.map(({ profile }) => profile.id))]);
    describeNetworkView(view, activeScope(profiles), {
      shown: shown.map((scope) => ({ scope, state: networks.state(scope) })),
      isDrawn: tree.isDrawn(),
      filters: [...new Set(shown.map(({ profile }) => displayText(displays.get(profile.id))))].filter(Boolean),
      findings: allFindings(context).map(({ text }) => text),
      now: clock.now(),
      staleAfterMs: setting('staleMinutes') * 60_000,
    });
    setContextKey('ncloudIp.hasProfiles', profiles.all().length > 0);
  };

  const drawAnew = (): void => {
    describe();
    tree.redraw();
  };
  store.add(profiles.onDidChange(drawAnew));
  store.add(credentials.onDidChange(drawAnew));
  store.add(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('ncloudIp')) apis.renew();
    }),
  );
  store.add(keyEnds.onDidChange(showStatus));
  store.add(tree.onDidDraw(describe));
  store.add(networks.onDidChange(describe));
  store.add(scopes.onDidChange(describe));
  store.add(displays.onDidChange(describe));
  store.add(whileVisible(context, describe));
  describe();
  return store;
}
