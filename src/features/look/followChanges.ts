import { workspace, type Disposable } from 'vscode';
import { activeScope, type CommandContext } from '../commandContext';
import { allFindings } from '../findings/allFindings';
import { setContextKey } from '../../ui/contextKeys';
import { DisposableStore } from '../../ui/disposableStore';
import { describeNetworkView } from './networkView';
import { lookText } from '../../words/filterText';
import { keysEndText } from '../../words/keysEndText';
import { setting } from '../../ui/settings';
import { createScopeStatus } from './statusBar';
import { whileVisible } from './whileVisible';

type Context = Pick<
  CommandContext,
  | 'profiles'
  | 'credentials'
  | 'keyEnds'
  | 'apis'
  | 'sandbox'
  | 'networks'
  | 'scopes'
  | 'looks'
  | 'tree'
  | 'view'
  | 'clock'
>;

/** Wires what must follow what: other keys or another endpoint mean another client, and what was read with the old one goes. */
export function followChanges(context: Context): Disposable {
  const { profiles, credentials, keyEnds, apis, sandbox, networks, scopes, looks, tree, view, clock } = context;
  const store = new DisposableStore();
  const status = store.add(createScopeStatus());
  let known = new Map(profiles.all().map((profile) => [profile.id, profile]));

  const forget = (profileId: string): void => {
    apis.drop(profileId);
    networks.forget(profileId);
  };
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
      filters: [...new Set(shown.map(({ profile }) => lookText(looks.get(profile.id))))].filter(Boolean),
      findings: allFindings(context).map(({ text }) => text),
      now: clock.now(),
      staleAfterMs: setting('staleMinutes') * 60_000,
    });
    setContextKey('ncloudIp.hasProfiles', profiles.all().length > 0);
  };

  store.add(
    profiles.onDidChange(() => {
      const next = new Map(profiles.all().map((profile) => [profile.id, profile]));
      for (const [id, was] of known) {
        const is = next.get(id);
        if (is?.site !== was.site || is.gatewayUrl !== was.gatewayUrl) forget(id);
      }
      known = next;
      networks.cancelHidden(scopes.shown());
      describe();
      tree.redraw();
    }),
  );
  store.add(
    credentials.onDidChange((profileId) => {
      // Not dropped: a change under way ends as it began, and the next attempt signs with the new keys.
      apis.renew();
      networks.forget(profileId);
      describe();
      tree.redraw();
    }),
  );
  store.add(
    sandbox.onDidStop(() => {
      for (const { id, site } of profiles.all()) if (site === 'sandbox') apis.drop(id);
    }),
  );
  store.add(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('ncloudIp')) apis.renew();
    }),
  );
  store.add(keyEnds.onDidChange(showStatus));
  store.add(tree.onDidDraw(describe));
  store.add(networks.onDidChange(describe));
  store.add(scopes.onDidChange(describe));
  store.add(looks.onDidChange(describe));
  store.add(whileVisible(context, describe));
  describe();
  return store;
}
