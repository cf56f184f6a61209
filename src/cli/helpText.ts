import { l10n } from 'vscode';
import type { Command } from './command';
import { commandTable } from './commandTable';
import { commonOptions, options, optionText, type OptionName } from './options';

/** What `--help` prints: of one command, or of the program. */
export function helpText(command?: Command): string {
  const sections = command ? ofCommand(command) : ofProgram();
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function ofCommand(command: Command): string[][] {
  const { summary, options: own } = command;
  const names = [...own, ...commonOptions];
  return [
    [`ncloud-ip ${usageOf(command)} [${l10n.t('options')}]`],
    [summary()],
    optionLines(names),
    ...(own.includes('profile') ? [keyLines()] : []),
  ];
}

function ofProgram(): string[][] {
  return [
    [l10n.t('Secondary IPs of NAVER Cloud as code: files in git say who holds which address.')],
    [`ncloud-ip ${l10n.t('command')} [${l10n.t('options')}]`],
    table(commandTable.map((command) => [usageOf(command), command.summary()])),
    optionLines([...commonOptions, 'version']),
    keyLines(),
    [
      l10n.t('Exit codes: 0 done or nothing to change; 1 error; 2 “plan” and “drift” found differences.'),
      l10n.t('Help for one command: {0}', 'ncloud-ip plan --help'),
    ],
  ];
}

/** A command with what it takes: `plan FILE…`. */
function usageOf({ name, takesFiles, argument }: Command): string {
  if (takesFiles) return `${name} FILE…`;
  return argument === undefined ? name : `${name} [${argument}]`;
}

function optionLines(names: readonly OptionName[]): string[] {
  return table(names.map((name) => [optionText(name), options[name].about()]));
}

function keyLines(): string[] {
  return [
    l10n.t('Keys: {0} and {1}, or a section of {2}.', 'NCLOUD_ACCESS_KEY', 'NCLOUD_SECRET_KEY', '~/.ncloud/configure'),
    l10n.t(
      'Site: {0} is public, gov or fin; {1} is the address of another gateway (https, or http on this machine).',
      'NCLOUD_SITE',
      'NCLOUD_API_GW',
    ),
  ];
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
