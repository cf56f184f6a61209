import { l10n } from 'vscode';
import type { Plan } from '../../plan/plan';
import { isRisky } from '../../plan/policy';
import { printable } from '../../text/printable';
import type { Terminal } from '../terminal';

/**
 * Asks for the yes to a plan that was shown: the name of an interface of it, of the one that loses something where one does.
 * Profiles of the command line have no protection, so an assistant finds each of them protected. Undefined when the question
 * was left.
 */
export async function askForYes(terminal: Pick<Terminal, 'ask' | 'tell'>, plan: Plan): Promise<boolean | undefined> {
  const wanted = nameOf(plan);
  const question = plan.warnings.some(isRisky)
    ? l10n.t('This takes addresses away. Type the interface name to apply, nothing to decline: {0}', wanted)
    : l10n.t('Type the interface name to apply, nothing to decline: {0}', wanted);
  for (;;) {
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
