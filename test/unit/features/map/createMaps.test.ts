import { describe, expect, it, vi } from 'vitest';
import { commands, Uri, window, type WebviewPanel } from 'vscode';
import { createMaps } from '../../../../src/features/map/createMaps';
import { openNetworkOverview } from '../../../../src/features/map/openNetworkOverview';
import { openSubnetMap } from '../../../../src/features/map/openSubnetMap';
import { revealFound } from '../../../../src/features/find/revealFound';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { DisposableStore } from '../../../../src/session/disposableStore';
import { createEmitter } from '../../../../src/session/emitter';
import type { Subject } from '../../../../src/tree/node';
import { buildEntry } from '../../../support/buildEntry';
import { call, onRows } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { memoryMemento } from '../../../support/memoryMemento';
import { user, type Reply } from '../../../support/scriptedPrompter';

vi.spyOn(commands, 'executeCommand');

/** Maps in a window that only notes which panels it has. */
async function open(...script: Reply[]) {
  const bench = await openCommandBench(...script);
  const made: string[] = [];
  const fake = (): WebviewPanel => {
    const gone = createEmitter<undefined>();
    const at = made.push('open') - 1;
    return {
      webview: {
        cspSource: '',
        asWebviewUri: (uri: unknown) => uri,
        onDidReceiveMessage: () => ({ dispose: () => undefined }),
        postMessage: () => Promise.resolve(true),
      },
      onDidChangeViewState: () => ({ dispose: () => undefined }),
      onDidDispose: gone.event,
      reveal: () => (made[at] = 'in front'),
      dispose() {
        made[at] = 'closed';
        gone.fire(undefined);
      },
    } as unknown as WebviewPanel;
  };
  const options: unknown[] = [];
  Object.assign(window, {
    createWebviewPanel: (...[, , , about]: unknown[]) => {
      options.push(about);
      return fake();
    },
  });
  const context = { ...bench.context, memory: memoryMemento(), extensionUri: Uri.file('/extension') };
  const maps = createMaps(context, new DisposableStore());
  const withMaps = { ...context, maps: () => Promise.resolve(maps) };
  const scope = { profile: bench.profile, regionCode: 'KR' };
  await bench.context.networks.load(scope);
  const on = (about: object) => onRows({ scope, ...about } as Subject);
  return { ...bench, context: withMaps, maps, made, options, fake, scope, on };
}

describe('Open Subnet Map', () => {
  it('opens one map for each subnet, which may load files of ours only', async () => {
    const { context, on, made, options } = await open();
    await openSubnetMap(context, on({ kind: 'subnet', subnetNo: '3104' }));
    await openSubnetMap(context, on({ kind: 'subnet', subnetNo: '3105' }));
    await openSubnetMap(context, on({ kind: 'interface', networkInterfaceNo: '701237' }));
    expect(made).toEqual(['in front', 'open']);
    expect(options[0]).toMatchObject({ enableScripts: true, localResourceRoots: [{ path: '/extension/dist' }] });
  });

  it('asks for the subnet where it is called on none, and does nothing when nobody answers', async () => {
    const { context, made } = await open(user.picks('db-priv'), user.dismisses());
    expect(await call(openSubnetMap, context)).toBe('3105');
    await call(openSubnetMap, context);
    expect(made).toEqual(['open']);
  });
});

describe('other ways to a map', () => {
  it('from a change of the history, also of another profile; from what Find found', async () => {
    const { context, made, profile, maps } = await open();
    const entry = buildEntry({ profile, id: await context.history.newId() });
    await context.history.open(entry);
    expect(await call(openSubnetMap, context, { entry: entry.id })).toBe('3104');
    expect(await call(openSubnetMap, context, { entryId: entry.id })).toBe('3104');
    const reveal = vi.spyOn(maps, 'open');
    const scope = { profileId: profile.id, profileName: profile.name, regionCode: 'KR' };
    expect(await revealFound(context, { kind: 'map', scope, subnetNo: '3105', address: '10.0.20.9' })).toBe(true);
    expect(reveal).toHaveBeenCalledWith(expect.objectContaining({ regionCode: 'KR' }), '3105', '10.0.20.9');
    expect(made).toEqual(['in front', 'open']);
  });
});

describe('Open Network Overview', () => {
  it('opens one for each region, and comes back with its window', async () => {
    const { context, on, made, maps, fake, profile } = await open();
    expect(await openNetworkOverview(context, on({ kind: 'region' }))).toBe('KR');
    await openNetworkOverview(context, on({ kind: 'vpc', vpcNo: '1204' }));
    expect(await call(openNetworkOverview, context)).toBe('KR');
    expect(made).toEqual(['in front']);
    maps.restoreOverview(fake(), { key: { profileId: profile.id, regionCode: 'KR' } });
    maps.restoreOverview(fake(), { key: { profileId: profile.id, regionCode: 'JPN' } });
    maps.restoreOverview(fake(), { key: {} });
    maps.restoreOverview(fake(), { key: { profileId: 'gone', regionCode: 'KR' } });
    expect(made).toEqual(['in front', 'closed', 'open', 'closed', 'closed']);
  });
});

describe('a panel of an earlier window', () => {
  const key = { regionCode: 'KR', subnetNo: '3104' };

  it('is filled again, unless its map is open already', async () => {
    const { maps, fake, made, profile } = await open();
    maps.restore(fake(), { key: { ...key, profileId: profile.id }, focus: 3 });
    maps.restore(fake(), { key: { ...key, profileId: profile.id } });
    expect(made).toEqual(['open', 'closed']);
  });

  it.each([undefined, 'x', {}, { key: { profileId: 1 } }, { key: { ...key, profileId: 'p' }, focus: -1 }])(
    'is closed when what was kept is damaged: %j',
    async (state) => {
      const { maps, fake, made } = await open();
      maps.restore(fake(), state);
      expect(made).toEqual(['closed']);
    },
  );

  it('is closed when its profile is gone', async () => {
    const { maps, fake, made } = await open();
    maps.restore(fake(), { key: { ...key, profileId: 'gone' } });
    expect(made).toEqual(['closed']);
  });
});

describe('addresses of a map', () => {
  it('are assigned to an interface of their subnet that has room for all of them', async () => {
    const { context, sandbox } = await open(user.picks('web-01/eth0'), user.picks('Assign'));
    const secondaryIps = ['10.0.10.40', '10.0.10.41', '10.0.10.42', '10.0.10.43'];
    await call(assignSecondaryIps, context, { subnetNo: '3104', secondaryIps });
    expect(context.prompter.asked[0]?.title).toBe(`Assign Secondary IPs · ${secondaryIps.join(', ')}`);
    // web-02 and vip-holder hold two each.
    expect(context.prompter.asked[0]?.choices).toEqual(['web-01/eth0']);
    expect((await sandbox.requests()).filter(({ action }) => action === 'assignSecondaryIps')).toHaveLength(1);
  });

  it('stay where they are when no interface has room for all of them', async () => {
    const { context } = await open();
    const say = vi.spyOn(window, 'showInformationMessage');
    await call(assignSecondaryIps, context, {
      subnetNo: '3104',
      secondaryIps: ['40', '41', '42', '43', '44', '45'].map((last) => `10.0.10.${last}`),
    });
    expect(say.mock.lastCall?.[0]).toBe('No interface in web-pub has room for 6 more secondary IPs.');
    expect(context.prompter.asked).toEqual([]);
  });
});
