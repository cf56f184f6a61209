import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addressToNumber } from '../../../../src/model/address';
import { commands, env, Uri, window, workspace } from 'vscode';
import * as v from 'valibot';
import { toMap } from '../../../../src/map/messages';
import { buildEntry } from '../../../support/buildEntry';
import { openMapBench } from '../../../support/mapBench';
import { user } from '../../../support/scriptedPrompter';

const run = vi.spyOn(commands, 'executeCommand');
const writeText = vi.fn();
beforeEach(() => {
  vi.clearAllMocks();
  Object.assign(env, { clipboard: { writeText } });
});
const secondary = 20;
const primary = 6;

describe('the page of a map', () => {
  it('may run its own script and load nothing else from anywhere', async () => {
    const { html } = await openMapBench('3104');
    const policy = /content="([^"]+)"/.exec(html())?.[1];
    const nonce = /<script nonce="([\w-]{20,})" src="[^"]+\/dist\/mapView\.js"><\/script>/.exec(html())?.[1];
    expect(policy).toBe(`default-src 'none'; style-src https://page.test; img-src blob:; script-src 'nonce-${nonce}'`);
    expect(html()).not.toMatch(/ style=| on\w+=|<style|unsafe|web-pub/);
    expect((await openMapBench('3104')).html()).not.toContain(nonce);
  });

  it('is told where it is, in messages as the schema has them', async () => {
    const { told, heard, map } = await openMapBench('3104');
    expect((await heard('head')).title).toBe('web-pub · 10.0.10.0/24');
    expect((await heard('head')).where).toBe('Sandbox · KR');
    expect((await heard('data')).data.holders).toHaveLength(3);
    expect(told.map(({ type }) => type)).toEqual(['open', 'head', 'data']);
    for (const message of told) expect(v.safeParse(toMap, message).success).toBe(true);
    expect(map.panel.title).toBe('Map of web-pub');
  });

  it('gets only what changed, and nothing when nothing did', async () => {
    const { context, scope, sandbox, told, heard } = await openMapBench('3104');
    await sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.50' } });
    await context.networks.refresh(scope);
    const { changed, gone } = await heard('patch');
    expect(changed.map(({ title, secondaries }) => [title, secondaries])).toEqual([['web-01/eth0', [50]]]);
    expect(gone).toEqual([]);
    const before = told.filter(({ type }) => type !== 'head').length;
    await context.networks.refresh(scope);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(told.filter(({ type }) => type !== 'head')).toHaveLength(before);
  });

  it('marks what a change of ours is working on', async () => {
    const { context, scope, heard } = await openMapBench('3104');
    context.networks.setBusy(scope, ['701236'], true);
    expect((await heard('patch')).changed).toMatchObject([{ networkInterfaceNo: '701236', isChanging: true }]);
  });

  it('marks what an open file reserves, as soon as it does', async () => {
    const { context, scope, told, heard } = await openMapBench('3104');
    await heard('data');
    const first = addressToNumber('10.0.10.40');
    const ranges = [{ first, last: first, reason: 'OPS-812' }];
    context.reservations.set('file', [{ scope, subnetNos: new Set(['3104']), ranges }]);
    const last = (): unknown => told.findLast(({ type }) => type === 'data');
    await expect.poll(last).toMatchObject({ data: { declared: [{ offset: 40, what: 'OPS-812' }] } });
  });

  it('says what stands in the way when the subnet is gone', async () => {
    const { heard } = await openMapBench('9999');
    expect((await heard('none')).text).toBe('This subnet is not in this account, or its range cannot be read.');
  });

  it('leads to an address, once its page is there', async () => {
    const { map, heard } = await openMapBench('3104');
    map.lookAt('10.0.10.20');
    expect(await heard('reveal')).toEqual({ type: 'reveal', offset: 20 });
  });

  it('behind another tab keeps the address that it is led to until its page is there again', async () => {
    const { map, heard, told, say, setVisible } = await openMapBench('3104');
    await heard('data');
    setVisible(false);
    map.lookAt('10.0.10.20');
    expect(told.map(({ type }) => type)).not.toContain('reveal');
    setVisible(true);
    say({ type: 'ready' });
    expect(await heard('reveal')).toEqual({ type: 'reveal', offset: 20 });
  });
});

describe('the history of a map', () => {
  it('is what was changed in this subnet, with the names of that time', async () => {
    const { context, key, heard, told, profile } = await openMapBench('3104');
    expect(told.map(({ type }) => type)).not.toContain('history');
    const mine = { profile: { id: profile.id, name: profile.name } };
    await context.history.open(buildEntry({ ...mine, id: await context.history.newId() }));
    await context.history.open(
      buildEntry({ profile: { id: 'other', name: 'other' }, id: await context.history.newId() }),
    );
    await context.history.open(buildEntry({ ...mine, id: await context.history.newId(), regionCode: 'JPN' }));
    const { history } = await heard('history');
    expect(key.profileId).toBe(profile.id);
    expect(history.changes).toEqual([
      {
        at: Date.UTC(2026, 0, 5, 9, 30) + 4_200,
        transfers: [
          { offset: 11, to: '701236' },
          { offset: 12, to: '701236' },
        ],
      },
    ]);
    expect(history.names).toEqual([{ networkInterfaceNo: '701236', title: 'web-01/eth0', server: 'web-01' }]);
    expect(v.safeParse(toMap, { type: 'history', history }).success).toBe(true);
  });
});

describe('a picture of a map', () => {
  it('is drawn by the page and then saved, or saved as it is', async () => {
    const { say, heard } = await openMapBench('3104');
    const ask = vi.fn(() => Promise.resolve(undefined));
    Object.assign(window, { showSaveDialog: ask });
    say({ type: 'export', format: 'png', columns: 16, unfolded: [] });
    expect((await heard('draw')).svg).toContain('10.0.10.0/24</text>');
    say({ type: 'png', png: 'iVBORw0KGgoAAAA=' });
    await vi.waitFor(() => expect(ask).toHaveBeenCalledWith(expect.objectContaining({ filters: { PNG: ['png'] } })));
    say({ type: 'export', format: 'svg', columns: 16, unfolded: [] });
    await vi.waitFor(() => expect(ask).toHaveBeenCalledWith(expect.objectContaining({ filters: { SVG: ['svg'] } })));
  });

  it('that could not be drawn, or not be written, is said to be none', async () => {
    const { say } = await openMapBench('3104');
    const told = vi.spyOn(window, 'showErrorMessage');
    say({ type: 'png' });
    await vi.waitFor(() => expect(told.mock.lastCall?.[0]).toContain('could not be drawn as a PNG'));
    Object.assign(window, { showSaveDialog: () => Promise.resolve(Uri.file('/nowhere/map.png')) });
    Object.assign(workspace, { fs: { writeFile: () => Promise.reject(new Error('EACCES: permission denied')) } });
    say({ type: 'png', png: 'iVBORw0KGgoAAAA=' });
    await vi.waitFor(() => expect(told.mock.lastCall?.[0]).toContain('EACCES: permission denied'));
  });
});

describe('a map that asks', () => {
  it('is told that it is live, and how it is coloured the next time', async () => {
    const { say, heard, context } = await openMapBench('3104');
    say({ type: 'live' });
    await heard('live');
    say({ type: 'colour', colour: 'server' });
    await vi.waitFor(() => expect(context.memory.get('ncloudIp.mapColour')).toBe('server'));
  });

  it.each([
    [[60, 20], 'ncloudIp.assignSecondaryIps', { secondaryIps: ['10.0.10.20', '10.0.10.60'], allowReassign: true }],
    [[60, 6, 3], 'ncloudIp.assignSecondaryIps', { secondaryIps: ['10.0.10.60'], allowReassign: false }],
    [
      [20, 21],
      'ncloudIp.moveSecondaryIps',
      { target: expect.objectContaining({ networkInterfaceNo: '701236' }) as object },
    ],
  ] as [number[], string, object][])('for %j on an interface begins one change', async (offsets, id, about) => {
    const { say } = await openMapBench('3104');
    run.mockResolvedValue(undefined);
    say({ type: 'onto', networkInterfaceNo: '701236', offsets });
    await vi.waitFor(() => expect(run).toHaveBeenCalledWith(id, expect.objectContaining(about)));
    expect(run).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['nothing selected', { type: 'onto', offsets: [] }, 'Select addresses first. Then press an interface'],
    ['what it holds already', { type: 'onto', offsets: [20, 6, 3] }, 'This interface holds what is selected already.'],
    ['what stays where it is', { type: 'onto', offsets: [3, 14] }, 'Primary IPs and reserved addresses stay'],
    ['the past', { type: 'onto', offsets: [60], isPast: true }, 'The map shows the past'],
    [
      'no secondary IP',
      { type: 'act', action: 'unassign', offsets: [primary, 99] },
      'Select secondary IPs: nothing else',
    ],
    ['nothing at all', { type: 'act', action: 'more', offsets: [] }, 'Select addresses first.'],
    ['the past, by key', { type: 'act', action: 'unassign', offsets: [20], isPast: true }, 'The map shows the past'],
  ])('for %s says what to do, and begins nothing', async (_, message, words) => {
    const { say, context } = await openMapBench('3104');
    const told = vi.spyOn(window, 'showInformationMessage');
    say({ networkInterfaceNo: '701237', ...message });
    await vi.waitFor(() => expect(told.mock.lastCall?.[0]).toContain(words));
    expect(run).not.toHaveBeenCalled();
    expect(context.prompter.asked).toEqual([]);
  });

  it('of the past offers only its text', async () => {
    const { say, context } = await openMapBench('3104', user.picks('Copy'));
    say({ type: 'act', action: 'more', offsets: [secondary, 99], isPast: true });
    await vi.waitFor(() => expect(writeText).toHaveBeenCalledWith('10.0.10.20\n10.0.10.99'));
    expect(context.prompter.asked[0]?.choices).toEqual(['Copy']);
  });
});

describe('a map and its account', () => {
  it('loses what was read at once when the account is forgotten, and reads what there is now', async () => {
    const { context, profile, told } = await openMapBench('3104');
    const before = told.length;
    context.networks.forget(profile.id);
    expect(told.slice(before).map(({ type }) => type)).toContain('none');
    await vi.waitFor(() => expect(told.at(-1)?.type).toBe('data'));
  });

  it('closes with its profile', async () => {
    const { context, profile, isClosed } = await openMapBench('3104');
    await context.profiles.remove(profile.id);
    await vi.waitFor(() => expect(isClosed()).toBe(true));
  });

  it('offers no change in a read-only profile', async () => {
    const { context, profile, told } = await openMapBench('3104');
    await context.profiles.update(profile.id, (now) => ({ ...now, protection: 'readOnly' }));
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ type: 'head', canChange: false }));
  });
});

describe('what a map asks for', () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

  it('is the command of the tree, with the addresses that it can be about', async () => {
    const { say, scope } = await openMapBench('3104');
    say({ type: 'act', action: 'unassign', offsets: [primary, secondary, 21, 99] });
    await settle();
    const subject = { kind: 'address', scope, networkInterfaceNo: '701237', role: 'secondary' };
    const nodes = ['10.0.10.20', '10.0.10.21'].map((address) => ({ id: address, subject: { ...subject, address } }));
    expect(run).toHaveBeenCalledExactlyOnceWith('ncloudIp.unassignSecondaryIps', nodes[0], nodes);
  });

  it('is an assignment for an interface of this subnet', async () => {
    const { say, profile } = await openMapBench('3104');
    say({ type: 'act', action: 'assign', offsets: [99, secondary, 98] });
    await settle();
    expect(run).toHaveBeenCalledExactlyOnceWith('ncloudIp.assignSecondaryIps', {
      profile: profile.id,
      regionCode: 'KR',
      subnetNo: '3104',
      secondaryIps: ['10.0.10.98', '10.0.10.99'],
    });
  });

  it('is asked for one of several, of which each says what it is about', async () => {
    const { say, context } = await openMapBench('3104', user.picks('Copy'));
    say({ type: 'act', action: 'more', offsets: [secondary, 99] });
    await vi.waitFor(() => expect(writeText).toHaveBeenCalledWith('10.0.10.20\n10.0.10.99'));
    expect(context.prompter.asked[0]?.choices).toEqual(['Assign to…', 'Move to…', 'Unassign', 'Copy As…', 'Copy']);
    expect(run).not.toHaveBeenCalled();
  });

  it('is nothing for an address that larger subnets have', async () => {
    const { say } = await openMapBench('3104');
    say({ type: 'act', action: 'move', offsets: [60_000] });
    await settle();
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    { type: 'act', action: 'unassign', offsets: [-1] },
    { type: 'act', action: 'unassign', offsets: ['20'] },
    { type: 'act', action: 'reboot', offsets: [20] },
    { type: 'act', action: 'unassign', offsets: [1.5] },
    { type: 'mode', mode: '<script>' },
    { type: 'constructor' },
  ])('is nothing when a message is not one of ours: %j', async (message) => {
    const { say, context } = await openMapBench('3104');
    const warn = vi.spyOn(context.log, 'warn');
    say(message);
    await settle();
    expect(run).not.toHaveBeenCalled();
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('a message that is none of ours'));
  });
});
