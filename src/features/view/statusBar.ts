import { l10n, StatusBarAlignment, window, type Disposable } from 'vscode';
import type { CommandId } from '../../contributions';
import type { Scope } from '../../session/scope';
import { inert } from '../../text/inert';
import { protectionText } from '../../words/siteText';

/** One status bar item: the profile and region looked at, with a lock when it is read-only; a click switches. */
export interface ScopeStatus extends Disposable {
  /** `keysEnd`: when temporary ones end, in words. */
  show(scope: Scope | undefined, keysEnd: readonly string[]): void;
}

/** The item is shown while there is a profile. */
export function createScopeStatus(): ScopeStatus {
  const item = window.createStatusBarItem('ncloudIp.scope', StatusBarAlignment.Left, 10);
  const command: CommandId = 'ncloudIp.switchProfile';
  item.name = 'NAVER Cloud IP';
  item.command = command;
  return {
    show(scope, keysEnd) {
      if (!scope) {
        item.hide();
        return;
      }
      const { profile, regionCode } = scope;
      const protection = protectionText(profile);
      const icon = { readOnly: 'lock', protected: 'shield', none: 'type-hierarchy-sub' }[profile.protection ?? 'none'];
      const facts = [profile.name, regionCode, ...protection, ...keysEnd];
      item.text = `$(${icon}) ${inert(facts.join(' · '), 200)}`;
      const words = inert(facts.join(', '));
      item.tooltip = l10n.t('NAVER Cloud: {0}. Click to switch.', words);
      item.accessibilityInformation = { label: l10n.t('NAVER Cloud: {0}. Click to switch.', words), role: 'button' };
      item.show();
    },
    dispose: () => item.dispose(),
  };
}
