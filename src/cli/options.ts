import { l10n } from 'vscode';

interface Option {
  readonly type: 'boolean' | 'string';
  /** One letter that means the same. */
  readonly short?: string;
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly about: () => string;
}

/** Every option there is; the table of commands says which one takes which. */
export const options = {
  json: { type: 'boolean', about: () => l10n.t('Print JSON instead of text.') },
  profile: {
    type: 'string',
    value: 'NAME',
    about: () => l10n.t('Section of ~/.ncloud/configure. Files that name another profile are refused.'),
  },
  region: {
    type: 'string',
    value: 'CODE',
    about: () => l10n.t('Region, such as KR. For files, it counts where they name none.'),
  },
  vpc: { type: 'string', value: 'VPC', about: () => l10n.t('Only this VPC, by name or number.') },
  subnet: { type: 'string', value: 'SUBNET', about: () => l10n.t('Only this subnet, by name or number.') },
  'plan-digest': {
    type: 'string',
    value: 'SHA256',
    about: () => l10n.t('Apply only the plan with this digest, as “plan” printed it.'),
  },
  yes: { type: 'boolean', about: () => l10n.t('Apply without asking. Required when no terminal is attached.') },
  'allow-apply': {
    type: 'string',
    value: 'PROFILE',
    about: () =>
      l10n.t('Offer applyPlan for this profile. Each plan still needs a yes in a terminal, by “ncloud-ip approve”.'),
  },
  timeout: { type: 'string', value: 'SECONDS', about: () => l10n.t('How long to wait for a response (30).') },
  log: { type: 'string', value: 'FILE', about: () => l10n.t('Append a log without secrets to this file.') },
  verbose: { type: 'boolean', about: () => l10n.t('Write the log to standard error.') },
  lang: { type: 'string', value: 'en|ko|ja', about: () => l10n.t('Language of the messages.') },
  help: { type: 'boolean', short: 'h', about: () => l10n.t('Show this help.') },
  version: { type: 'boolean', short: 'v', about: () => l10n.t('Show the version.') },
} as const satisfies Readonly<Record<string, Option>>;

/** The name of an option, without its dashes. */
export type OptionName = keyof typeof options;

/** What was given: a text for an option with a value, true for the others. */
export type OptionValues = {
  readonly [N in OptionName]?: (typeof options)[N]['type'] extends 'boolean' ? boolean : string;
};

/** Options that every command takes. */
export const commonOptions = ['lang', 'help'] as const satisfies readonly OptionName[];
/** Options of the commands that ask NAVER Cloud. */
export const accountOptions = [
  'profile',
  'region',
  'timeout',
  'log',
  'verbose',
] as const satisfies readonly OptionName[];

/** As it is written in the help: `--region CODE`. */
export function optionText(name: OptionName): string {
  const option: Option = options[name];
  return option.value === undefined ? `--${name}` : `--${name} ${option.value}`;
}
