import { l10n } from 'vscode';
import type { Plan } from '../../plan/plan';
import type { Profile } from '../../session/profile';
import { inert } from '../../text/inert';
import { differenceText, planTitle } from '../../words/changeText';
import { interfaceName } from '../../words/interfaceTitle';
import { newPlanPath } from '../../words/documentPath';
import { planDocument, type PlanView } from '../../words/change/planDocument';
import { planVerb } from './planVerb';
import { warningText } from '../../words/change/warningText';
import { shownName } from '../../words/shownName';
import type { CommandContext } from '../commandContext';
import { isRisky } from '../../plan/policy';

/**
 * A modal naming who loses what, for a plan that nobody reviewed: it stands open as a document behind the modal until that
 * is answered. True for the yes.
 */
export async function confirmRisk(
  { prompter, documents }: Pick<CommandContext, 'prompter' | 'documents'>,
  view: PlanView,
): Promise<boolean> {
  const { plan, name, where, source, isNew } = view;
  const path = newPlanPath();
  await documents.open(path, planDocument(view), { preserveFocus: true });
  try {
    return await prompter.confirm({
      message: isNew
        ? l10n.t('The network has changed since you agreed. {0}?', planTitle(plan))
        : l10n.t('{0}?', planTitle(plan)),
      detail: [
        where,
        ...(source ? [source.file] : []),
        '',
        ...plan.warnings.filter(isRisky).map((warning) => warningText(warning, name)),
        '',
        ...plan.changes.map((change) => `${interfaceName(change)}: ${differenceText(change)}`),
      ].join('\n'),
      yes: planVerb(plan),
    });
  } finally {
    await documents.close(path);
  }
}

/** On a protected profile the name of the interface is typed, whoever asks. True when it was. */
export async function confirmName(
  { prompter }: Pick<CommandContext, 'prompter'>,
  plan: Plan,
  profile: Profile,
): Promise<boolean> {
  // Who loses something is the one to have in mind.
  const change = plan.changes.find(({ loses }) => loses.length > 0) ?? plan.changes[0];
  if (!change) return true;
  const { networkInterfaceName, networkInterfaceNo } = change;
  // What cannot be read as it is cannot be typed.
  const isTypable = networkInterfaceName !== '' && inert(shownName(networkInterfaceName)) === networkInterfaceName;
  const wanted = isTypable ? networkInterfaceName : networkInterfaceNo;
  const answer = await prompter.input({
    title: l10n.t('{0} is protected', shownName(profile.name)),
    prompt: l10n.t('Type the interface name to continue: {0}', wanted),
    validate: (text) => (text.trim() === wanted ? undefined : l10n.t('The name does not match {0}.', wanted)),
  });
  return answer?.kind === 'next';
}
