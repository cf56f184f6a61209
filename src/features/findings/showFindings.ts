import { l10n, ThemeIcon } from 'vscode';
import { allFindings } from './allFindings';
import type { CommandContext } from '../commandContext';
import { reveal } from '../view/reveal';
import type { Arguments } from '../readArguments';

/** Show Findings: what an operator would want to look at; Enter reveals it in the tree. */
export async function showFindings(context: CommandContext, args: Arguments): Promise<unknown> {
  const findings = allFindings(context);
  if (args.isProgrammatic) return findings.map(({ finding }) => finding);
  const icons = { stuck: 'watch', orphan: 'debug-disconnect', crowded: 'flame' } as const;
  const answer = await context.prompter.pick({
    title: l10n.t('Findings'),
    placeholder:
      findings.length === 0 ? l10n.t('No findings in what is loaded.') : l10n.t('Press Enter to show it in the tree'),
    choices: findings.map((entry) => ({
      value: entry,
      iconPath: new ThemeIcon(icons[entry.finding.kind]),
      label: entry.text,
      description: `${entry.scope.profile.name} · ${entry.scope.regionCode}`,
    })),
  });
  if (answer?.kind !== 'next') return undefined;
  const { scope, finding } = answer.value;
  await reveal(context, scope, (subject) =>
    finding.kind === 'crowded'
      ? subject.kind === 'subnet' && subject.subnetNo === finding.subnetNo
      : subject.kind === 'interface' && subject.networkInterfaceNo === finding.networkInterfaceNo,
  );
  return finding;
}
