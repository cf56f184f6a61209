import type { WebviewPanel } from 'vscode';
import type { Head } from '../../map/liveMessages';
import { DisposableStore } from '../../session/disposableStore';
import type { NetworkState } from '../../session/networkState';
import { isSameScope, type Scope } from '../../session/scope';
import { errorText } from '../../words/errorText';
import { ageText } from '../../words/timeText';
import { whereText } from '../../words/whereText';
import type { CommandContext } from '../commandContext';

/** What a page may be told whichever it is. */
type Shared = Head | { readonly type: 'live' };

/** A panel that shows a part of one region through one profile. */
export interface LivePanel {
  readonly store: DisposableStore;
  /** The page is there; what it was told before is forgotten. */
  begin(): void;
  /** False until the page is there, and while it is behind another tab. */
  isReady(): boolean;
  /** As the profile is now; undefined when it is gone. */
  scope(): Scope | undefined;
  /** Shows what is there now; before its page is there, the title of its tab. */
  update(): void;
  /** The same, soon: changes come in bursts. */
  soon(): void;
  /** Says which thing of which account is shown, as of when. */
  tellHead(title: string): void;
}

/** What the owner of the panel does. */
export interface LivePage {
  readonly post: (message: Shared) => void;
  /** Shows the region as it is now. Also asked before the page is there: the tab has a title. */
  readonly show: (scope: Scope, state: NetworkState, isReady: boolean) => void;
}

/** Changes come in bursts (ms). */
const restMs = 40;

/**
 * Keeps a panel as its region was read last. It shows what this profile reads now: what was read through other keys goes
 * when the network store forgets it, and the panel goes with its profile.
 */
export function followRegion(
  { networks, profiles }: Pick<CommandContext, 'networks' | 'profiles'>,
  panel: WebviewPanel,
  key: { readonly profileId: string; readonly regionCode: string },
  { post, show }: LivePage,
): LivePanel {
  const store = new DisposableStore();
  let isReady = false;
  let head = '';
  let timer: NodeJS.Timeout | undefined;

  const scopeNow = (): Scope | undefined => {
    const profile = profiles.get(key.profileId);
    return profile && { profile, regionCode: key.regionCode };
  };

  function update(mayLoad = true): void {
    const scope = scopeNow();
    if (!scope) {
      panel.dispose();
      return;
    }
    const state = networks.state(scope);
    // A region that nobody read yet, or that was forgotten with the keys it was read with.
    if (mayLoad && state.kind === 'unread' && panel.visible) void networks.load(scope).catch(() => undefined);
    show(scope, state, isReady);
  }

  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      update();
    }, restMs);
  };
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(
    panel.onDidChangeViewState(() => {
      // A page behind another tab is gone; it says when it is there again.
      if (!panel.visible) isReady = false;
      soon();
    }),
  );
  store.add(profiles.onDidChange(soon));
  store.add(
    networks.onDidChange((changed) => {
      const scope = scopeNow();
      // What was forgotten goes at once: under its name may come another account.
      if (scope && isSameScope(changed, scope) && networks.state(scope).kind === 'unread') update(false);
      if (!scope || isSameScope(changed, scope)) soon();
    }),
  );
  panel.onDidDispose(() => store.dispose());

  return {
    store,
    begin() {
      isReady = true;
      head = '';
      update();
    },
    scope: scopeNow,
    isReady: () => isReady,
    update: () => update(),
    soon,
    tellHead(title) {
      const scope = scopeNow();
      const state = scope && networks.state(scope);
      if (!scope || !state) return;
      const note =
        state.kind === 'failed' ? errorText(state.error).summary : state.last ? ageText(state.last.readAt) : '';
      const canChange = scope.profile.protection !== 'readOnly';
      const message = { type: 'head', title, where: whereText(scope), note, canChange } as const;
      if (JSON.stringify(message) === head) return;
      head = JSON.stringify(message);
      post(message);
    },
  };
}
