import type { Disposable } from 'vscode';
import { activeScope, type CommandContext } from './commands/commandContext';
import { setContextKey } from './ui/contextKeys';
import { DisposableStore } from './ui/disposableStore';
import { canUndo } from './ui/entryText';
import { describeNetworkView } from './ui/networkView';

type Context = Pick<CommandContext, 'profiles' | 'credentials' | 'apis' | 'networks' | 'history' | 'tree' | 'view'>;

/** Wires what must follow what: other keys or another profile mean another client, and what was read with the old one goes. */
export function followChanges({ profiles, credentials, apis, networks, history, tree, view }: Context): Disposable {
  const store = new DisposableStore();
  let known = new Map(profiles.all().map((profile) => [profile.id, profile]));

  const forget = (profileId: string): void => {
    apis.drop(profileId);
    networks.forget(profileId);
  };
  const describe = (): void => {
    const scope = activeScope(profiles);
    describeNetworkView(view, scope, scope ? networks.state(scope) : { kind: 'unread' });
    setContextKey('ncloudIp.hasProfiles', profiles.all().length > 0);
  };
  const followHistory = async (): Promise<void> =>
    setContextKey('ncloudIp.canUndo', (await history.list()).some(canUndo));

  store.add(
    profiles.onDidChange(() => {
      const next = new Map(profiles.all().map((profile) => [profile.id, profile]));
      for (const [id, was] of known) {
        const is = next.get(id);
        if (is?.site !== was.site || is.gatewayUrl !== was.gatewayUrl) forget(id);
      }
      known = next;
      describe();
      tree.redraw();
    }),
  );
  store.add(
    credentials.onDidChange((profileId) => {
      forget(profileId);
      tree.redraw();
    }),
  );
  store.add(networks.onDidChange(describe));
  store.add(history.onDidChange(() => void followHistory()));
  describe();
  void followHistory();
  return store;
}
