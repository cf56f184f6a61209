import { commands, l10n, TabInputText, window, type TextDocument } from 'vscode';
import { planDigest } from '../../plan/planDigest';
import { planDocument, type PlanSource } from '../../words/change/planDocument';
import { newPlanPath } from '../../words/documentPath';
import { createNamer } from '../../words/namer';
import { PlanRefused } from '../../words/planRefused';
import { whereText } from '../../words/whereText';
import { planOn } from '../change/planFresh';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { shortName } from './declaredFiles';
import { wishedFile } from './fileOrigin';
import { fileWish } from './fileWish';

/**
 * Plan File: the plan of the open file on its region as it is now, as a document with its digest. Nobody is asked whether to apply
 * it, and nothing is changed; a button over the document leads to Plan and Apply. It says when it is outdated. On the document of
 * a plan its file is planned anew. By code the text of the document is returned.
 */
export async function planFile(context: CommandContext, args: Arguments): Promise<unknown> {
  const wish = await fileWish(context, args, l10n.t('Plan'));
  if (!wish) return undefined;
  const { document, scope, reading } = wish;
  const name = createNamer(reading.network);
  // A profile that must not be changed may still be planned for.
  const readable = { ...scope, profile: { ...scope.profile, protection: 'none' as const } };
  const planned = planOn(context, { ...wish, scope: readable });
  if (!planned.ok) throw new PlanRefused(planned.problems, name);
  const { plan } = planned;
  const digest = planDigest(plan);
  const write = (source: Omit<PlanSource, 'file'>, isUnsaved: boolean): string =>
    planDocument({
      plan,
      name,
      where: whereText(scope),
      digest,
      source: { ...source, file: wishedFile({ document, isUnsaved }) },
    });
  const text = write({ readAt: reading.readAt }, wish.isUnsaved);
  if (args.isProgrammatic) return text;
  const path = newPlanPath(document.uri.toString(), scope.profile.id, scope.regionCode);
  await keepTab(document);
  const { followPlan } = await import('../declaredEditor/createDeclaredEditor');
  await context.documents.open(path, text);
  followPlan(context.networks, {
    ...wish,
    path,
    uri: document.uri.toString(),
    name: shortName(document.uri),
    isSameOn(fresh) {
      try {
        const again = planOn(context, { scope: readable, reading: fresh, intent: wish.intentOn(fresh, []) });
        return again.ok && planDigest(again.plan) === digest;
      } catch {
        // What is in the way is told where the file is planned again.
        return false;
      }
    },
    write: ({ isUnsaved, ...source }) => context.documents.replace(path, write(source, isUnsaved)),
  });
  return text;
}

/** The tab of a file that was only looked at would give way to the plan: then there is nothing to correct any more. */
async function keepTab({ uri }: TextDocument): Promise<void> {
  const { input, isPreview } = window.tabGroups.activeTabGroup.activeTab ?? {};
  if (!isPreview || !(input instanceof TabInputText) || input.uri.toString() !== uri.toString()) return;
  await commands.executeCommand('workbench.action.keepEditor');
}
