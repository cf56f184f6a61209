import { l10n } from 'vscode';
import type { Command } from './command';
import { accountOptions } from './options';

/** Every command. A new one is a row here and a file in src/cli/commands/, which is loaded when it is called. */
export const commandTable: readonly Command[] = [
  {
    name: 'validate',
    takesFiles: true,
    options: [],
    summary: () => l10n.t('Check files. Needs no keys and no network.'),
    open: async () => (await import('./commands/validate')).validate,
  },
  {
    name: 'plan',
    takesFiles: true,
    options: ['json', ...accountOptions],
    summary: () => l10n.t('Show what it takes to make the network as the files say. Changes nothing.'),
    open: async () => (await import('./commands/plan')).plan,
  },
  {
    name: 'apply',
    takesFiles: true,
    options: ['plan-digest', 'yes', ...accountOptions],
    summary: () => l10n.t('Make the network as the files say.'),
    open: async () => (await import('./commands/apply')).apply,
  },
  {
    name: 'drift',
    takesFiles: true,
    options: ['json', ...accountOptions],
    summary: () => l10n.t('Show which addresses are not as the files say.'),
    open: async () => (await import('./commands/drift')).drift,
  },
  {
    name: 'export',
    takesFiles: false,
    options: ['vpc', 'subnet', ...accountOptions],
    summary: () => l10n.t('Print a file of what network interfaces hold now.'),
    open: async () => (await import('./commands/export')).exportFile,
  },
  {
    name: 'list',
    takesFiles: false,
    options: ['vpc', 'subnet', 'json', ...accountOptions],
    summary: () => l10n.t('List network interfaces and their secondary IPs.'),
    open: async () => (await import('./commands/list')).list,
  },
  {
    name: 'mcp',
    takesFiles: false,
    options: ['allow-apply', ...accountOptions],
    summary: () => l10n.t('Serve assistants: tools that look and plan, over standard input and output (MCP).'),
    open: async () => (await import('./commands/mcp')).mcp,
  },
  {
    name: 'approve',
    takesFiles: false,
    argument: 'PLAN_ID',
    options: [],
    summary: () => l10n.t('Read the plan of an assistant and answer it. Without PLAN_ID: list those that wait.'),
    open: async () => (await import('./commands/approve')).approve,
  },
];
