import { beforeEach, describe, expect, it, vi } from 'vitest';
import { env } from 'vscode';
import { copyAs } from '../../../../src/features/copy/copyAs';
import { guestOsCommands } from '../../../../src/features/guest/guestOsCommands';
import { showDetails } from '../../../../src/features/details/showDetails';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { byCode, call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';

/** A region that was read once and cannot be read any more. */
async function openLost() {
  const bench = await openCommandBench();
  const scope = { profile: bench.profile, regionCode: 'KR' };
  await bench.context.networks.load(scope);
  await bench.sandbox.faults([{ action: '*', fault: 'badGateway', times: 1_000 }]);
  await expect(bench.context.networks.refresh(scope)).rejects.toThrow('getNetworkInterfaceList: unavailable');
  expect(bench.context.networks.state(scope)).toMatchObject({ kind: 'failed', last: {} });
  await bench.sandbox.clearRequests();
  return bench;
}

describe('with the network read once and lost since', () => {
  beforeEach(() => void Object.assign(env, { clipboard: { writeText: vi.fn() }, uriScheme: 'vscode' }));

  it('details, guest OS commands and copies are of what was read', async () => {
    const { context } = await openLost();
    const about = { networkInterfaceNo: '701242', interactive: false };
    expect(await call(showDetails, context, about)).toContain('10.0.20.100');
    expect(await call(guestOsCommands, context, about)).toContain('10.0.20.100/24');
    expect(await call(copyAs, context, { ...about, format: 'csv' })).toContain('10.0.20.100');
  });

  it('a change insists on reading first', async () => {
    const { context } = await openLost();
    const change = { networkInterfaceNo: '701242', secondaryIps: ['10.0.20.101'] };
    await expect(byCode(assignSecondaryIps, context, change)).rejects.toThrow('getNetworkInterfaceList: unavailable');
  });
});
