import { l10n, QuickPickItemKind, ThemeIcon } from 'vscode';
import type { Plan } from '../plan/plan';
import { differenceText, planTitle, roomText, sideText } from '../ui/changeText';
import { interfaceName } from '../ui/interfaceTitle';
import type { Namer } from '../ui/namer';
import { planDocument, type PlanView } from '../ui/planDocument';
import type { Answer, Choice, Position, Prompter, Separator } from '../ui/prompter';
import type { ReadOnlyDocuments } from '../ui/readOnlyDocuments';
import { warningText } from '../ui/warningText';

/** What showing a plan needs. */
export interface ReviewDeps {
  readonly prompter: Prompter;
  readonly documents: Pick<ReadOnlyDocuments, 'open'>;
}

/** Shows the plan, both sides of every interface, and asks for the yes. Everything but Apply opens the whole plan as a document. */
export async function askReview(deps: ReviewDeps, view: PlanView, position: Position): Promise<Answer<Plan>> {
  const { plan, name } = view;
  for (;;) {
    const answer = await deps.prompter.pick({
      ...position,
      placeholder: l10n.t('Read what will change, then press Enter to apply'),
      choices: reviewChoices(plan, name),
    });
    if (answer?.kind !== 'next') return answer?.kind === 'back' ? { kind: 'back' } : undefined;
    if (answer.value === 'apply') return { kind: 'next', value: plan };
    await deps.documents.open(l10n.t('Plan') + '.md', planDocument(view), { preserveFocus: true });
  }
}

function reviewChoices(plan: Plan, name: Namer): (Choice<'apply' | 'document'> | Separator)[] {
  const line = (label: string): Separator => ({ label, kind: QuickPickItemKind.Separator });
  return [
    { value: 'apply', iconPath: new ThemeIcon('check'), label: l10n.t('Apply'), description: planTitle(plan) },
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
    ...(plan.warnings.length > 0 ? [line(l10n.t('To know'))] : []),
    ...plan.warnings.map((warning) => ({
      value: 'document' as const,
      iconPath: new ThemeIcon('info'),
      label: warningText(warning, name),
    })),
    line(''),
    { value: 'document', iconPath: new ThemeIcon('open-preview'), label: l10n.t('Open the whole plan') },
  ];
}
