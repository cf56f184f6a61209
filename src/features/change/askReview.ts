import { l10n, QuickPickItemKind, ThemeIcon } from 'vscode';
import { planForms, type PlanForm } from './copyCalls';
import { differenceText, planTitle, roomText, sideText } from '../../words/changeText';
import { formatText } from '../copy/formatText';
import { interfaceName } from '../../words/interfaceTitle';
import { newPlanPath } from '../../words/documentPath';
import { planDocument, type PlanView } from '../../words/change/planDocument';
import { planVerb } from './planVerb';
import type { Plan } from '../../plan/plan';
import type { Answer, Choice, Position, Prompter, Separator } from '../../ui/prompter';
import type { ReadOnlyDocuments } from '../../ui/readOnlyDocuments';
import { warningText } from '../../words/change/warningText';
import { isRisky } from '../../plan/policy';

/** What showing a plan needs. */
export interface ReviewDeps {
  readonly prompter: Prompter;
  readonly documents: Pick<ReadOnlyDocuments, 'open' | 'close'>;
  /** Copies the calls of the plan. */
  readonly copy: (plan: Plan, form: PlanForm) => Promise<unknown>;
}

/** What a row of the review is for: the yes, taking over less, reading on, or copying the calls. */
export type ReviewRow = 'apply' | 'leaveOut' | 'document' | PlanForm;

/**
 * Shows the plan, both sides of every interface, and asks for the yes, named by its verb. The calls can be copied, and
 * everything else opens the whole plan as a document, which is closed when the question is answered. Where somebody
 * loses something, Enter alone is no yes: a row to read has the focus, and so it does where somebody else asks.
 * `leaveOut` offers a plan that takes nothing over, and says what is left of it.
 */
export async function askReview(
  deps: ReviewDeps,
  view: PlanView,
  position: Position,
  leaveOut?: string,
): Promise<Answer<'apply' | 'leaveOut'>> {
  const { plan } = view;
  const verb = planVerb(plan);
  const mustChoose = plan.warnings.some(isRisky) || view.askedBy !== undefined;
  const path = newPlanPath();
  let isOpen = false;
  /** Asked again after a copy, the same row has the focus: a second Enter copies once more and sends nothing. */
  let last: ReviewRow | undefined = mustChoose ? 'document' : undefined;
  try {
    for (;;) {
      const answer: Answer<ReviewRow> = await deps.prompter.pick<ReviewRow>({
        ...position,
        placeholder: mustChoose
          ? l10n.t('Review the changes, then select {0}', verb)
          : l10n.t('Review the changes, then press Enter to apply'),
        choices: reviewChoices(view, verb, leaveOut),
        active: (row) => row === last,
      });
      if (answer?.kind !== 'next') return answer?.kind === 'back' ? { kind: 'back' } : undefined;
      const value: ReviewRow = answer.value;
      if (value === 'apply' || value === 'leaveOut') return { kind: 'next', value };
      last = value;
      if (value !== 'document') {
        await deps.copy(plan, value);
        continue;
      }
      isOpen = true;
      await deps.documents.open(path, planDocument(view), { preserveFocus: true });
    }
  } finally {
    if (isOpen) await deps.documents.close(path);
  }
}

function reviewChoices({ plan, name }: PlanView, verb: string, leaveOut?: string): (Choice<ReviewRow> | Separator)[] {
  const line = (label: string): Separator => ({ label, kind: QuickPickItemKind.Separator });
  const icon = (id: string): { readonly iconPath: ThemeIcon } => ({ iconPath: new ThemeIcon(id) });
  return [
    { value: 'apply', ...icon('check'), label: verb, description: planTitle(plan) },
    ...(leaveOut === undefined
      ? []
      : [
          {
            value: 'leaveOut' as const,
            ...icon('circle-slash'),
            label: l10n.t('Leave Them Out'),
            description: leaveOut,
          },
        ]),
    line(l10n.t('What will change')),
    ...plan.changes.map((change) => ({
      value: 'document' as const,
      label: `${interfaceName(change)}  ${differenceText(change)}`,
      description: roomText(change),
      detail: l10n.t(
        'before: {0}  →  after: {1}',
        sideText(change.before),
        sideText(change.after, change.chosenByService),
      ),
    })),
    ...(plan.warnings.length > 0 ? [line(l10n.t('Notes'))] : []),
    ...plan.warnings.map((warning) => ({
      value: 'document' as const,
      ...icon('info'),
      label: warningText(warning, name),
    })),
    line(''),
    { value: 'document', ...icon('open-preview'), label: l10n.t('Open Full Plan') },
    ...planForms.map((form) => ({ value: form, ...icon('copy'), label: l10n.t('Copy as {0}', formatText(form)) })),
  ];
}
