import { l10n } from 'vscode';
import { isRisky } from '../../plan/policy';
import { CommandError } from '../commandError';
import type { PlannedRegion } from '../plan/planOutput';
import type { Terminal } from '../terminal';

/** Asks for the yes to a plan that was shown; one that takes something away is said yes to by the whole word. */
export async function confirm(
  terminal: Pick<Terminal, 'isInteractive' | 'ask'>,
  regions: readonly PlannedRegion[],
): Promise<boolean> {
  if (!terminal.isInteractive) {
    throw new CommandError([l10n.t('Nobody can be asked here. Use {0} to apply without a question.', '--yes')]);
  }
  const takesAway = regions.some(({ plan }) => plan.warnings.some(isRisky));
  const question = takesAway
    ? l10n.t('This takes addresses away. Type “yes” to apply: ')
    : l10n.t('Apply? Type “y” or “yes”: ');
  const answer = (await terminal.ask(question))?.toLowerCase();
  return answer === 'yes' || (answer === 'y' && !takesAway);
}
