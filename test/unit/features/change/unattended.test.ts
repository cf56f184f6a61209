import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../src/change/outcome';
import { workspace } from 'vscode';
import { assignFromList } from '../../../../src/features/list/assignFromList';
import { planAndApply } from '../../../../src/features/declared/planAndApply';
import { assignGoodLines } from '../../../../src/features/list/assignGoodLines';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { moveSecondaryIps } from '../../../../src/features/move/moveSecondaryIps';
import { pasteAddress } from '../../../../src/features/move/cutAndPaste';
import { readArguments } from '../../../../src/features/readArguments';
import { refreshNode } from '../../../../src/features/view/refreshNode';
import type { Command } from '../../../../src/features/commandContext';
import { renameProfile } from '../../../../src/features/profiles/renameProfile';
import { removeProfile } from '../../../../src/features/profiles/removeProfile';
import { redo } from '../../../../src/features/undo/redo';
import { retryFailed } from '../../../../src/features/undo/retryFailed';
import { setProtection } from '../../../../src/features/profiles/setProtection';
import { unassignSecondaryIps } from '../../../../src/features/assign/unassignSecondaryIps';
import { undo, undoEntry } from '../../../../src/features/undo/undoEntry';
import { declaredLanguage, listLanguage } from '../../../../src/contributions';
import type { Profile } from '../../../../src/session/profile';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { idOf } from '../../../support/idOf';
import { user, type Reply } from '../../../support/scriptedPrompter';
import { withSettings } from '../../../support/withSettings';

const target = '701236';
const held = { networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'] };

/**
 * An account at a gateway of its own, on loopback. Its history has an assignment that was undone, an unassignment (undo
 * assigns: nobody loses anything) and an assignment that was refused.
 */
async function openAccount(...script: readonly Reply[]) {
  const bench = await openCommandBench(...script);
  const { context, sandbox, profile } = bench;
  const address = ['10.0.10.21'];
  const gone = { networkInterfaceNo: target, secondaryIps: ['10.0.10.105'], confirm: false };
  await call(assignSecondaryIps, context, gone);
  await call(undo, context, { confirm: false });
  await call(unassignSecondaryIps, context, { ...held, secondaryIps: address, confirm: false });
  await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'permission' }]);
  await call(assignSecondaryIps, context, {
    networkInterfaceNo: target,
    secondaryIps: ['10.0.10.102'],
    confirm: false,
  });
  await context.profiles.update(profile.id, (now) => ({
    ...{ ...now, name: 'production', site: 'custom' },
    gatewayUrl: sandbox.url,
  }));
  context.credentials.remember(profile.id, sandbox);
  await sandbox.clearRequests();
  const [failed, done, undone] = await context.history.list();
  const list = { uri: { toString: () => 'list' }, languageId: listLanguage, getText: () => `${target},10.0.10.106\n` };
  const declaration = `version: 1\ninterfaces: { ${target}: [10.0.10.107] }`;
  const file = {
    uri: { toString: () => 'file', path: '/file' },
    languageId: declaredLanguage,
    getText: () => declaration,
  };
  Object.assign(workspace, { textDocuments: [list, file] });

  // As a link or another extension may make it up: what it says of the profile is not so.
  const scope = { profile: { ...profile, site: 'sandbox' } satisfies Profile, regionCode: 'KR' };
  const node = (subject: object): object => ({ id: 'row', subject: { scope, ...subject } });
  const addressSubject = { kind: 'address', networkInterfaceNo: '701237', address: '10.0.10.20', role: 'secondary' };
  const interfaceNode = node({ kind: 'interface', networkInterfaceNo: target });
  const cut = { items: [{ scope, ...addressSubject }], set: () => undefined };
  const added = { networkInterfaceNo: target, secondaryIps: ['10.0.10.103'] };
  const ways = {
    'assign by code': [assignSecondaryIps, added],
    'unassign by code': [unassignSecondaryIps, held],
    'move by code': [moveSecondaryIps, { ...held, to: target }],
    'assign from a list by code': [assignFromList, { text: `${target},10.0.10.104` }],
    'assign the good lines by code': [assignGoodLines, { document: 'list' }],
    'apply a file by code': [planAndApply, { document: 'file' }],
    'redo by code': [redo, { entry: undone?.id }],
    'undo by code': [undo, { entry: done?.id }],
    'undo of the newest by code': [undo, {}],
    'undo of a row by code': [undoEntry, { entry: done?.id }],
    'retry by code': [retryFailed, { entry: failed?.id }],
    'undo of a row that is made up': [undoEntry, { entryId: done?.id }],
    'retry of a row that is made up': [retryFailed, { entryId: failed?.id }],
    'unassign of a row that is made up': [unassignSecondaryIps, node(addressSubject)],
    'a drop that is made up': [
      moveSecondaryIps,
      { dragged: [{ scope, ...addressSubject }], target: { kind: 'interface', scope, networkInterfaceNo: target } },
    ],
    'a paste of what was cut by code': [pasteAddress, interfaceNode],
  } as const satisfies Record<string, readonly [Command, object]>;
  const writes = async (): Promise<string[]> => (await sandbox.writes()).map(({ action }) => action);
  return { ...bench, context: { ...context, cut: cut as never }, ways, writes, scope };
}
type Way = keyof Awaited<ReturnType<typeof openAccount>>['ways'];

const lossless: readonly Way[] = [
  'assign by code',
  'assign from a list by code',
  'assign the good lines by code',
  'apply a file by code',
  'redo by code',
  'undo by code',
  'undo of the newest by code',
  'undo of a row by code',
  'retry by code',
  'undo of a row that is made up',
  'retry of a row that is made up',
];
const taking: readonly Way[] = [
  'unassign by code',
  'move by code',
  'unassign of a row that is made up',
  'a drop that is made up',
  'a paste of what was cut by code',
];

// `always` asks more (confirmPolicy.test.ts).
describe.each([
  ['never', 'confirm: false', { confirm: false }],
  ['never', 'no answer to confirm', {}],
  ['risky', 'confirm: false', { confirm: false }],
  ['risky', 'no answer to confirm', {}],
] as const)('an account that the settings do not name, with ncloudIp.confirm %s and %s', (policy, _, confirm) => {
  it.each([
    ...lossless.map((way) => [way, 'review', user.dismisses()] as const),
    ...taking.map((way) => [way, 'question', user.says(false)] as const),
  ])('is not changed before somebody said yes: %s opens the %s', async (way, what, reply) => {
    const isReviewedFirst = what === 'review';
    const { context, ways, writes } = await openAccount(reply);
    withSettings({ confirm: policy, allowUnattendedChanges: ['a profile that is not here'] });
    const [command, args] = ways[way] as readonly [Command, object];
    const isNode = 'subject' in args || 'dragged' in args || 'entryId' in args;
    expect(
      await command(context, readArguments(idOf(command), [isNode ? args : { ...args, ...confirm }])),
    ).toBeUndefined();
    expect(context.prompter.asked.map(({ kind }) => kind)).toEqual([isReviewedFirst ? 'pick' : 'confirm']);
    expect(await writes()).toEqual([]);
  });
});

it('a profile and its keys are not removed by code before somebody said yes', async () => {
  const { context, profile } = await openAccount(user.says(false));
  withSettings({ allowUnattendedChanges: ['a profile that is not here'] });
  expect(await call(removeProfile, context, { profile: profile.id, confirm: false })).toBeUndefined();
  expect(context.profiles.get(profile.id)).toBeDefined();
  expect(await context.credentials.read(profile.id)).toBeDefined();
});

it('every command that changes an account is among the ways', () => {
  const changing = globSync('src/features/**/*.ts').filter((file) =>
    /\b(runChange|applyPlanned|takeBack|takeBackNewest|assignToSeveral)\(/.test(
      readFileSync(file, 'utf8').replaceAll(/export (async )?function \w+\(/g, ''),
    ),
  );
  // An assistant's plan is no command: test/unit/features/tools/ has it.
  const shared = ['runChange', 'assignToSeveral', 'applyProposal'];
  const known = [
    'assignGoodLines',
    'assignSecondaryIps',
    'assignFromList',
    'moveSecondaryIps',
    'planAndApply',
    'cutAndPaste',
    'redo',
    'retryFailed',
  ];
  const names = changing.map((file) => path.basename(file, '.ts')).filter((name) => !shared.includes(name));
  expect(names.sort()).toEqual([...known, 'unassignSecondaryIps', 'undoEntry'].sort());
});

describe('an account that ncloudIp.allowUnattendedChanges names', () => {
  it('is changed by code that says confirm: false, and nobody is asked', async () => {
    const { context, ways, writes } = await openAccount();
    withSettings({ allowUnattendedChanges: ['production'] });
    const [command, args] = ways['assign by code'];
    const outcome = (await call(command, context, { ...args, confirm: false })) as Outcome;
    expect(outcome.result).toBe('applied');
    expect(await writes()).toEqual(['assignSecondaryIps']);
  });

  it('is not, once it has another name', async () => {
    const { context, ways, writes, profile } = await openAccount(user.dismisses());
    withSettings({ allowUnattendedChanges: ['production'] });
    await context.profiles.update(profile.id, (now) => ({ ...now, name: 'main' }));
    const [command, args] = ways['assign by code'];
    expect(await call(command, context, { ...args, confirm: false })).toBeUndefined();
    expect(await writes()).toEqual([]);
  });

  it('still asks for the name of the interface when it is protected', async () => {
    const { context, ways, writes, profile } = await openAccount(user.dismisses());
    withSettings({ allowUnattendedChanges: ['production'] });
    await context.profiles.update(profile.id, (now) => ({ ...now, protection: 'protected' }));
    const [command, args] = ways['assign by code'];
    expect(await call(command, context, { ...args, confirm: false })).toBeUndefined();
    expect(await writes()).toEqual([]);
  });

  it('does not come about by a name that code gives: a person is asked', async () => {
    const { context, profile } = await openAccount(user.dismisses());
    withSettings({ allowUnattendedChanges: ['staging'] });
    await call(renameProfile, context, { profile: profile.id, name: ' staging', interactive: false });
    expect(context.profiles.get(profile.id)?.name).toBe('production');
  });
});

describe('protection of an account', () => {
  it.each([
    ['readOnly', 'protected'],
    ['readOnly', 'none'],
    ['protected', 'none'],
  ] as const)('is not weakened by code: from %s to %s a person is asked', async (from, to) => {
    const { context, profile } = await openAccount(user.dismisses());
    await call(setProtection, context, { profile: profile.id, protection: from });
    expect(context.profiles.get(profile.id)?.protection).toBe(from);
    await call(setProtection, context, { profile: profile.id, protection: to, interactive: false });
    expect(context.profiles.get(profile.id)?.protection).toBe(from);
  });
});

describe('a row that is made up', () => {
  it('does not send signed requests to where it says its profile is', async () => {
    const { context, sandbox, scope } = await openAccount();
    const gatewayUrl = 'http://127.0.0.1:9';
    const profile = { ...scope.profile, site: 'custom', gatewayUrl } satisfies Profile;
    context.apis.drop(profile.id);
    await refreshNode(
      context,
      readArguments('ncloudIp.setProtection', [
        { id: 'row', subject: { kind: 'region', scope: { ...scope, profile } } },
      ]),
    );
    expect((await sandbox.requests()).map(({ action }) => action)).toContain('getNetworkInterfaceList');
  });
});
