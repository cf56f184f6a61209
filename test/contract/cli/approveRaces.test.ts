import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AskedPlan } from '../../../src/cli/approval/approvals';
import { planDigest } from '../../../src/plan/planDigest';
import { buildPlan } from '../../support/buildEntry';
import { useCli } from '../../support/cliStage';
import { approveInTerminal, openMcpBench, type McpBench } from '../../support/mcp';

const assigning = { kind: 'assign', interface: '701236', addresses: ['10.0.10.11'] };
/** Of 701236: what is typed for a yes. */
const name = 'nic-701236';

describe.skipIf(process.platform === 'win32')('two assistants, and files that nobody asked for', () => {
  const cli = useCli();
  let servers: readonly [McpBench, McpBench];
  beforeEach(async () => {
    const open = () => openMcpBench(cli.built, cli.bench, '--region', 'KR', '--allow-apply=Environment');
    servers = [await open(), await open()];
  });
  afterEach(() => Promise.all(servers.map((server) => server.close())));

  const folder = (...parts: string[]): string =>
    path.join(cli.bench.folder, 'state', 'ncloud-ip', 'approvals', ...parts);
  const writes = () => cli.sandbox.writes();
  const plan = async (server: McpBench, change: object = assigning) => {
    const { planId, digest } = await server.call('planChange', { changes: [change] });
    return { planId: planId as string, digest: digest as string };
  };
  const waits = (planId: string) =>
    expect.poll(() => fs.existsSync(folder(`${planId}.question`)), { timeout: 15_000 }).toBe(true);
  const approve = (planId: string, ...answers: string[]) => approveInTerminal(cli.built, cli.bench, planId, ...answers);

  it('a plan of one assistant is unknown to the other one', async () => {
    const wanted = await plan(servers[0]);
    expect(await servers[1].call('applyPlan', wanted)).toMatchObject({ error: 'unknownPlan' });
    expect(await writes()).toEqual([]);
  });

  it('of two that want the same, both said yes to at once, one is applied and the other is stale', async () => {
    const wanted = await Promise.all(servers.map((server) => plan(server)));
    const applied = servers.map((server, at) => server.call('applyPlan', wanted[at]));
    await Promise.all(wanted.map(({ planId }) => waits(planId)));
    await Promise.all(wanted.map(({ planId }) => approve(planId, name)));
    const answers = await Promise.all(applied);
    const became = answers.map(({ result, error, stale }) => (stale ? 'stale' : (error ?? result)));
    expect(became.sort()).toEqual(['applied', 'stale']);
    expect(await writes()).toMatchObject([
      { params: { networkInterfaceNo: '701236', 'secondaryIpList.1': '10.0.10.11' } },
    ]);
  });

  it('one plan that is called twice at once is asked about once', async () => {
    const wanted = await plan(servers[0]);
    const applied = [servers[0].call('applyPlan', wanted), servers[0].call('applyPlan', wanted)];
    await waits(wanted.planId);
    await approve(wanted.planId, name);
    const answers = await Promise.all(applied);
    expect(answers.map(({ result, error }) => error ?? result).sort()).toEqual(['applied', 'spent']);
    expect(await writes()).toHaveLength(1);
  });

  it('two terminals with one plan give one answer', async () => {
    const wanted = await plan(servers[0]);
    const applied = servers[0].call('applyPlan', wanted);
    await waits(wanted.planId);
    const ends = await Promise.all([approve(wanted.planId, name), approve(wanted.planId, '')]);
    const isYes = ends[0].code === 0;
    expect(ends.filter(({ code }) => code === 0)).toHaveLength(1);
    expect(await applied).toMatchObject(isYes ? { result: 'applied' } : { reason: 'declined' });
    expect(await writes()).toHaveLength(isYes ? 1 : 0);
  });

  it('a terminal that is killed while the question stands gives no answer', async () => {
    const wanted = await plan(servers[0]);
    const applied = servers[0].call('applyPlan', wanted);
    await waits(wanted.planId);
    // The window of the terminal goes away.
    const { code } = await approve(wanted.planId, '\u001c');
    expect(code).not.toBe(0);
    expect(fs.existsSync(folder(`${wanted.planId}.answer`))).toBe(false);
    await approve(wanted.planId, '');
    expect(await applied).toMatchObject({ reason: 'declined' });
    expect(await writes()).toEqual([]);
  });

  it('a question made by hand is neither shown nor listed, and changes nothing', async () => {
    const planId = randomUUID();
    const made = buildPlan();
    const asked: AskedPlan = {
      ...{ version: 1, planId, digest: planDigest(made), question: randomUUID(), plan: made, profile: 'Environment' },
      ...{ gatewayUrl: cli.sandbox.url, regionCode: 'KR', askedAt: Date.now(), validUntil: Date.now() + 60_000 },
    };
    const text = JSON.stringify(asked);
    for (const raw of [
      '',
      'x',
      '{}',
      '[]',
      'null',
      '7',
      text,
      JSON.stringify({ text }),
      JSON.stringify({ text, seal: 'x' }),
    ]) {
      fs.writeFileSync(folder(`${planId}.question`), raw, { mode: 0o600 });
      expect((await approve(planId, name)).code, raw).toBe(1);
      expect((await cli.bench.run('approve')).stdout, raw).toBe('');
    }
    fs.rmSync(folder(`${planId}.question`));
    fs.symlinkSync(folder('secret'), folder(`${planId}.question`));
    expect((await approve(planId, name)).code).toBe(1);
    expect(await writes()).toEqual([]);
  }, 90_000);
});
