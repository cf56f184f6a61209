import { l10n, MarkdownString, StatusBarAlignment, window, type Disposable } from 'vscode';
import type { CommandId } from '../../contributions';
import type { ChangeResult } from '../../session/lastResult';
import { inert } from '../../text/inert';
import { plain } from '../../text/plain';
import { whereText } from '../../words/whereText';
import { resultSummary } from './resultSummary';

/** One status bar item: what became of the last change; a click opens it in the history. */
export interface ResultStatus extends Disposable {
  show(result: ChangeResult | undefined): void;
}

const icons = { applied: 'check', partly: 'warning', notApplied: 'circle-slash', unknown: 'question' } as const;

/** The item is shown while there is a result that nobody put away. */
export function createResultStatus(): ResultStatus {
  const item = window.createStatusBarItem('ncloudIp.result', StatusBarAlignment.Left, 9);
  const open: CommandId = 'ncloudIp.openHistoryEntry';
  const map: CommandId = 'ncloudIp.openSubnetMap';
  const dismiss: CommandId = 'ncloudIp.dismissResult';
  item.name = l10n.t('NAVER Cloud IP: last change');
  return {
    show(result) {
      if (!result) {
        item.hide();
        return;
      }
      const { outcome, scope, entryId } = result;
      const message = `${whereText(scope)}: ${result.message}`;
      item.text = `$(${icons[outcome.result]}) ${inert(resultSummary(outcome), 100)}`;
      const about = encodeURIComponent(JSON.stringify([{ entry: entryId }]));
      const tooltip = new MarkdownString(
        `${plain(message)}\n\n${plain(l10n.t('Click to open the change.'))} [${l10n.t('Show in Subnet Map')}](command:${map}?${about}) · [${l10n.t('Dismiss')}](command:${dismiss})`,
      );
      tooltip.isTrusted = { enabledCommands: [dismiss, map] };
      item.tooltip = tooltip;
      item.accessibilityInformation = {
        label: inert(`${message} ${l10n.t('Click to open the change.')}`),
        role: 'button',
      };
      item.command = { command: open, title: l10n.t('Open'), arguments: [{ entry: entryId }] };
      item.show();
    },
    dispose: () => item.dispose(),
  };
}
