import { l10n } from 'vscode';
import type { Plan } from '../../plan/plan';
import { isRisky } from '../../plan/policy';
import { printable } from '../../text/printable';
import type { Terminal } from '../terminal';

/**
 * Asks for the yes to a plan that was shown: by y or yes, and where it takes something away by the name of the interface that
 * loses it. Undefined when the question was left.
 */
export async function askForYes(terminal: Pick<Terminal, 'ask' | 'tell'>, plan: Plan): Promise<boolean | undefined> {
  if (!plan.warnings.some(isRisky)) {
    const answer = (await terminal.ask(l10n.t('Apply? Type “y” or “yes”: ')))?.toLowerCase();
    return answer === undefined ? undefined : answer === 'y' || answer === 'yes';
  }
  const wanted = nameOf(plan);
  for (;;) {
    const question = l10n.t(
      'This takes addresses away. Type the interface name to apply, nothing to decline: {0}',
      wanted,
    );
    const answer = await terminal.ask(`${question}\n> `);
    if (answer === undefined) return undefined;
    if (answer === '' || answer === wanted) return answer === wanted;
    terminal.tell(l10n.t('The name does not match {0}.', wanted));
  }
}

/** Who loses something is the one to have in mind. What cannot be read as it is cannot be typed: then it is the number. */
function nameOf({ changes }: Plan): string {
  const change = changes.find(({ loses }) => loses.length > 0) ?? changes[0];
  const { networkInterfaceName: name = '', networkInterfaceNo: no = '' } = change ?? {};
  return name !== '' && printable(name, 60).trim() === name ? name : no;
}
