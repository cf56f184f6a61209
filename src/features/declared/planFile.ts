import { l10n } from 'vscode';
import { planDigest } from '../../plan/planDigest';
import { planDocument } from '../../words/change/planDocument';
import { newPlanPath } from '../../words/documentPath';
import { createNamer } from '../../words/namer';
import { PlanRefused } from '../../words/planRefused';
import { whereText } from '../../words/whereText';
import { planOn } from '../change/planFresh';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { fileWish } from './fileWish';

/**
 * Plan File: the plan of the open file on its region as it is now, as a document with its digest. Nobody is asked whether to apply
 * it, and nothing is changed; a button over the document leads to Plan and Apply. By code the text of the document is returned.
 */
export async function planFile(context: CommandContext, args: Arguments): Promise<unknown> {
  const wish = await fileWish(context, args, l10n.t('Plan'));
  if (!wish) return undefined;
  const { document, scope, reading } = wish;
  const name = createNamer(reading.network);
  // A profile that must not be changed may still be planned for.
  const planned = planOn(context, {
    ...wish,
    scope: { ...scope, profile: { ...scope.profile, protection: 'none' } },
  });
  if (!planned.ok) throw new PlanRefused(planned.problems, name);
  const { plan } = planned;
  const text = planDocument({ plan, name, where: whereText(scope), digest: planDigest(plan) });
  if (!args.isProgrammatic) {
    await context.documents.open(newPlanPath(document.uri.toString(), scope.profile.id, scope.regionCode), text);
  }
  return text;
}
