import { env, l10n } from 'vscode';
import { copyPlan } from '../../copy/callLines';
import type { Plan } from '../../plan/plan';
import { type Profile, endpointOf } from '../../session/profile';
import { formatText } from '../copy/formatText';
import { mention } from '../../ui/notify';
import type { CommandContext } from '../commandContext';

/** Copies the calls of a plan, to be run elsewhere. Returns the text. */
export async function copyCalls(
  context: Pick<CommandContext, 'sandbox'>,
  profile: () => Profile,
  plan: Pick<Plan, 'steps' | 'regionCode'>,
  form: PlanForm,
): Promise<string> {
  const text =
    form === 'cli'
      ? copyPlan(plan, { kind: 'cli' })
      : copyPlan(plan, { kind: 'curl', gatewayUrl: await gatewayOf(context, profile()) });
  await env.clipboard.writeText(text);
  mention(l10n.t('Copied as {0}', formatText(form)), 3_000);
  return text;
}

/** The URL that a profile's calls go to, for texts that name it. The sandbox has one only while it runs: it is started. */
export async function gatewayOf({ sandbox }: Pick<CommandContext, 'sandbox'>, profile: Profile): Promise<string> {
  return endpointOf(profile)?.gatewayUrl ?? (await sandbox.open()).url;
}

/** The ways the calls of a plan can be copied, to be run elsewhere. */
export const planForms = ['cli', 'curl'] as const;
/** One of the ways above. */
export type PlanForm = (typeof planForms)[number];
