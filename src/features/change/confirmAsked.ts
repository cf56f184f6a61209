import { l10n } from 'vscode';
import type { Asker } from '../../change/journalEntry';
import type { Scope } from '../../session/scope';
import { planTitle, sideText } from '../../words/changeText';
import { interfaceName } from '../../words/interfaceTitle';
import { assistantText } from '../../words/change/originText';
import type { CommandContext } from '../commandContext';
import type { PlanView } from '../../words/change/planDocument';
import { quotingNamer, withQuotedNames } from '../../words/change/quotedNames';
import { planVerb } from './planVerb';
import { reviewPlan } from './reviewPlan';
import { warningText } from '../../words/change/warningText';

/** A dialog is seen whole only as long as it is short: the plan has the others. */
const mostShown = 8;

/**
 * A modal with a plan that an assistant asks for: who asks, the account, both sides of every interface and all there is to
 * know. It opens while somebody does something else, so that Enter alone only leads to the plan, where its yes has to be
 * chosen. True for a yes.
 */
export async function confirmAsked(
  context: Pick<CommandContext, 'prompter' | 'documents' | 'sandbox'>,
  scope: Scope,
  view: PlanView,
  origin: Asker | undefined,
): Promise<boolean> {
  const { where } = view;
  const plan = withQuotedNames(view.plan);
  const name = quotingNamer(plan, view.name);
  const askedBy = assistantText(origin?.kind === 'assistant' ? origin : {});
  const more = plan.changes.length - mostShown;
  const moreWarnings = plan.warnings.length - mostShown;
  return context.prompter.confirm({
    message: l10n.t('An assistant asks: {0}?', planTitle(plan)),
    detail: [
      where,
      `${l10n.t('Asked by')}: ${askedBy}`,
      '',
      ...plan.changes
        .slice(0, mostShown)
        .flatMap((change) => [
          interfaceName(change),
          l10n.t('before: {0}  →  after: {1}', sideText(change.before), sideText(change.after, change.chosenByService)),
        ]),
      ...(more > 0 ? [l10n.t('More interfaces: {0}', String(more))] : []),
      ...(plan.warnings.length > 0 ? [''] : []),
      ...plan.warnings.slice(0, mostShown).map((warning) => warningText(warning, name)),
      ...(moreWarnings > 0 ? [l10n.t('More warnings: {0}', String(moreWarnings))] : []),
    ].join('\n'),
    yes: planVerb(plan),
    instead: {
      label: l10n.t('Read the Plan'),
      ask: async () => {
        const title = `${planTitle(plan)} · ${where}`;
        return (await reviewPlan(context, scope, { ...view, askedBy }, { title }))?.kind === 'next';
      },
    },
  });
}
