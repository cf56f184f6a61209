import { describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { createOverviewPanel } from '../../../../src/features/map/overviewPanel';
import { fromOverview, toOverview } from '../../../../src/map/overviewMessages';
import { openPageBench } from '../../../support/mapBench';

/** The overview of the sandbox's region with its page loaded. */
async function open() {
  const openMap = vi.fn();
  const bench = await openPageBench<{ type: string }, object>();
  const overview = createOverviewPanel(bench.context, bench.panel, bench.key, openMap);
  bench.say({ type: 'ready' });
  return { ...bench, overview, openMap };
}

describe('the page of an overview', () => {
  it('may run its own script only, and is told of its region in messages as the schema has them', async () => {
    const { html, told, panel } = await open();
    expect(html()).toMatch(/script-src 'nonce-/);
    expect(html()).toContain('/dist/overviewView.js');
    expect(told.map(({ type }) => type)).toEqual(['open', 'head', 'data']);
    for (const message of told) expect(v.safeParse(toOverview, message).success).toBe(true);
    expect(panel.title).toBe('Overview of KR');
  });

  it('opens the map of a subnet, and answers that it is live', async () => {
    const { say, openMap, told } = await open();
    say({ type: 'openSubnet', subnetNo: '3104' });
    expect(openMap).toHaveBeenCalledWith('3104');
    say({ type: 'live' });
    expect(told.at(-1)).toEqual({ type: 'live' });
    say({ type: 'openSubnet' });
    expect(openMap).toHaveBeenCalledTimes(1);
    expect(v.safeParse(fromOverview, { type: 'sort', sort: 'x' }).success).toBe(false);
  });

  it('leads to a VPC and remembers the order', async () => {
    const { say, overview, told, context } = await open();
    overview.lookAt('1204');
    expect(told.at(-1)).toEqual({ type: 'reveal', vpcNo: '1204' });
    say({ type: 'sort', sort: 'fullness' });
    await vi.waitFor(() => expect(context.memory.get('ncloudIp.overviewSort')).toBe('fullness'));
  });

  it('follows the network, and loses at once what was read through other keys', async () => {
    const { context, scope, sandbox, told, profile } = await open();
    await sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.50' } });
    await context.networks.refresh(scope);
    await vi.waitFor(() => expect(told.filter(({ type }) => type === 'data')).toHaveLength(2));
    const before = told.length;
    context.networks.forget(profile.id);
    expect(told.slice(before).map(({ type }) => type)).toContain('none');
    await vi.waitFor(() => expect(told.at(-1)?.type).toBe('data'));
  });

  it('closes with its profile', async () => {
    const { context, profile, isClosed } = await open();
    await context.profiles.remove(profile.id);
    await vi.waitFor(() => expect(isClosed()).toBe(true));
  });
});
