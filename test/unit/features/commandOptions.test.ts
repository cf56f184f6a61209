import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { commandIds } from '../../../src/contributions';
import texts from '../../../package.nls.json';
import { optionSchemas, optionsOf, readOptions } from '../../../src/features/commandOptions';

const id = 'ncloudIp.assignSecondaryIps';

describe('options of a command', () => {
  it('are taken as they are, absent ones too', () => {
    const given = { networkInterfaceNo: '7', secondaryIps: [], count: 3, allowReassign: false, profile: undefined };
    expect(readOptions(id, given)).toBe(given);
  });

  it.each([
    ['profile', 'a string', 3],
    ['profile', 'a string', null],
    ['secondaryIps', 'an array of strings', 'x'],
    ['secondaryIps', 'an array of strings', ['x', 1]],
    ['count', 'a whole number', '3'],
    ['count', 'a whole number', 2.5],
    ['count', 'a whole number', Number.NaN],
    ['allowReassign', 'true or false', 'false'],
    ['confirm', 'true or false', 0],
    ['interactive', 'true or false', 'no'],
  ])('are refused by name: %s is %s, not %j', (name, kind, value) => {
    expect(() => readOptions(id, { [name]: value })).toThrow(new RegExp(`^${name} must be `));
    if (!Array.isArray(value)) expect(() => readOptions(id, { [name]: value })).toThrow(`${name} must be ${kind}`);
  });

  it.each([
    ['ncloudIp.filterAndGroup', 'groupBy', 'vpc', 'one of subnet, server, flat'],
    ['ncloudIp.filterAndGroup', 'filters', ['full'], 'one of unattached, inUse, settling, nearlyFull, hasSecondary'],
    [
      'ncloudIp.filterAndGroup',
      'filters',
      'inUse',
      'an array of unattached, inUse, settling, nearlyFull, hasSecondary',
    ],
    ['ncloudIp.copyAs', 'format', 'yaml', 'one of address, number, link, cli, curl, json, markdown, csv'],
    ['ncloudIp.guestOsCommands', 'system', 'solaris', 'one of ubuntu, rocky, centos7, debian, windows, temporary, all'],
    ['ncloudIp.filterHistory', 'outcomes', ['failed'], 'one of applied, partly, notApplied, unknown, undone'],
    ['ncloudIp.setProtection', 'protection', 'open', 'one of none, protected, readOnly'],
    ['ncloudIp.setAssistants', 'assistants', 'on', 'one of off, look, propose, apply'],
  ] as const)('of %s are refused with the ids that there are: %s is not %j', (command, name, value, ids) => {
    expect(() => readOptions(command, { [name]: value })).toThrow(`${name} must be ${ids}`);
  });

  it('are refused when the command has none of that name, with those that it has', () => {
    expect(() => readOptions(id, { secondaryIp: '10.0.10.11' })).toThrow(
      'ncloudIp.assignSecondaryIps has no option secondaryIp; it has interactive, profile, regionCode, networkInterfaceNo, secondaryIps, count',
    );
    expect(() => readOptions('ncloudIp.refresh', { confirm: false })).toThrow('ncloudIp.refresh has no option confirm');
    expect(() => readOptions('ncloudIp.showLog', { toString: 'x' })).toThrow('no option toString');
    expect(() => readOptions('ncloudIp.showLog', { '[x](command:y)': 1 })).toThrow(
      /^ncloudIp\.showLog has no such option; it has interactive$/,
    );
  });

  it('are each used by a command of the manifest', () => {
    const used = new Set(Object.values(optionsOf).flat());
    expect(Object.keys(optionSchemas).filter((name) => name !== 'interactive' && !used.has(name as never))).toEqual([]);
    expect(Object.keys(optionsOf).filter((command) => !commandIds.includes(command as never))).toEqual([]);
  });
});

it('docs/commands.md is written from them (npx vitest run test/unit/features/commandOptions.test.ts -u)', async () => {
  const ids = (options: readonly string[]): string => options.map((id) => `\`${id}\``).join(', ');
  const kindOf = (schema: (typeof optionSchemas)[keyof typeof optionSchemas]): string => {
    switch (schema.type) {
      case 'string':
        return 'text';
      case 'number':
        return 'whole number';
      case 'boolean':
        return 'true or false';
      case 'picklist':
        return `one of ${ids(schema.options)}`;
      case 'array':
        return schema.item.type === 'picklist' ? `some of ${ids(schema.item.options)}` : 'texts';
    }
  };
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const options = Object.entries(optionSchemas).map(
    ([name, schema]) => `| \`${name}\` | ${kindOf(schema)} | ${cell(v.getDescription(schema) ?? '')} |`,
  );
  const commands = commandIds.map((command) => {
    const title = (texts as Readonly<Record<string, string>>)[`command.${command.replace('ncloudIp.', '')}`] ?? '';
    return `| \`${command}\` | ${cell(title)} | ${(optionsOf[command] ?? []).map((name) => `\`${name}\``).join(', ')} |`;
  });
  const document = [
    '# Commands by code',
    '',
    'Other extensions call a command with an object of answers; what is missing is asked for. An option that a command does not have, or',
    'of another kind, is refused with its name. All take `interactive`. This page is written from `src/features/commandOptions.ts`.',
    '',
    '## Options',
    '',
    '| Option | Kind | |',
    '| --- | --- | --- |',
    ...options,
    '',
    '## Commands',
    '',
    '| Command | Title | Options |',
    '| --- | --- | --- |',
    ...commands,
    '',
  ].join('\n');
  await expect(document).toMatchFileSnapshot(path.join(import.meta.dirname, '..', '..', '..', 'docs', 'commands.md'));
});
