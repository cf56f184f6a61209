import { createHmac, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/change/journalEntry';
import { openApprovals } from '../../../src/cli/approval/approvals';
import { planDigest } from '../../../src/plan/planDigest';
import { twoAddresses } from '../../support/cli';
import { useCli } from '../../support/cliStage';
import { approveInTerminal, hostName, openMcpBench, type McpBench } from '../../support/mcp';

const assigning = { kind: 'assign', interface: '701236', addresses: ['10.0.10.11'] };
/** Of 701236: what is typed for a yes. */
const name = 'nic-701236';
const unassigning = { kind: 'unassign', interface: '701237', addresses: ['10.0.10.20'] };

describe.skipIf(process.platform === 'win32')('applyPlan of ncloud-ip mcp, and ncloud-ip approve', () => {
  const cli = useCli();
  let server: McpBench;
  beforeEach(async () => {
    server = await openMcpBench(
      cli.built,
      cli.bench,
      '--region',
      'KR',
      '--allow-apply=Environment',
      '--log',
      'mcp.log',
    );
  });
  afterEach(() => server.close());

  const state = (...parts: string[]): string => path.join(cli.bench.folder, 'state', 'ncloud-ip', ...parts);
  const entries = (): JournalEntry[] =>
    fs
      .readdirSync(state('journal'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(fs.readFileSync(state('journal', name), 'utf8')) as JournalEntry);
  const sent = async (): Promise<number> => (await cli.sandbox.writes()).length;
  const held = async (no: string): Promise<readonly string[] | undefined> =>
    (await cli.sandbox.state()).regions[0]?.interfaces.find((one) => one.networkInterfaceNo === no)?.secondaryIpList;
  const log = (): string => fs.readFileSync(path.join(cli.bench.folder, 'mcp.log'), 'utf8');

  /** Plans, and lets the assistant ask; resolves once the question is there. */
  async function ask(change: object, signal?: AbortSignal) {
    const plan = await server.call('planChange', { changes: [change] });
    const [planId, digest] = [plan.planId as string, plan.digest as string];
    const applied = server.call('applyPlan', { planId, digest }, signal && { signal });
    const question = state('approvals', `${planId}.question`);
    await expect.poll(() => fs.existsSync(question), { timeout: 15_000 }).toBe(true);
    return { planId, digest, applied, question };
  }
  const approve = (planId: string, ...answers: string[]) => approveInTerminal(cli.built, cli.bench, planId, ...answers);

  it('applies after a yes in a terminal, and writes down who asked', async () => {
    const { planId, digest, applied, question } = await ask(assigning);
    await expect.poll(() => server.stderr()).toContain(`ncloud-ip approve ${planId}`);
    expect(fs.statSync(question).mode & 0o777).toBe(0o600);
    const { code, stdout } = await approve(planId, name);
    expect(code, stdout).toBe(0);
    for (const text of [
      'An assistant asks: Assign 10.0.10.11 to web-01/eth0?',
      'Environment · KR',
      `an assistant in ${hostName}`,
      '+ 10.0.10.11',
      digest,
      'Approved.',
    ]) {
      expect(stdout).toContain(text);
    }
    expect(await applied).toMatchObject({
      result: 'applied',
      addresses: [{ address: '10.0.10.11', interface: '701236', result: 'applied' }],
    });
    expect(await held('701236')).toEqual(['10.0.10.11']);
    const [entry] = entries();
    expect(entry?.origin).toEqual({ kind: 'assistant', host: hostName, planDigest: digest });
    expect(await server.call('getHistory')).toMatchObject({
      rows: [[entry?.id, expect.anything(), 'applied', 'assistant', true, expect.anything()]],
    });
    expect(fs.readdirSync(state('approvals'))).toEqual(['secret']);
    // Spent, also for the same assistant.
    expect(await server.call('applyPlan', { planId, digest })).toMatchObject({ error: 'spent' });
    const undo = await server.call('planUndo');
    expect(undo).toMatchObject({ losers: [{ interface: '701236', loses: ['10.0.10.11'] }] });
  });

  it('changes nothing after a no', async () => {
    const { planId, applied } = await ask(assigning);
    const { code, stdout } = await approve(planId, '');
    expect(code).toBe(0);
    expect(stdout).toContain('Declined. Nothing was changed.');
    expect(await applied).toMatchObject({ result: 'notApplied', reason: 'declined' });
    expect(await sent()).toBe(0);
  });

  it('asks for the name of the interface that loses something', async () => {
    const { planId, applied } = await ask(unassigning);
    const { code, stdout } = await approve(planId, 'yes', 'web-02-eth0');
    expect(code).toBe(0);
    expect(stdout).toContain('web-02/eth0 loses 10.0.10.20');
    expect(stdout).toContain('The name does not match web-02-eth0.');
    expect(await applied).toMatchObject({ result: 'applied' });
    expect(await held('701237')).toEqual(['10.0.10.21']);
  });

  it('takes no y or yes, whatever the plan does: profiles here count as protected', async () => {
    const { planId, applied } = await ask(assigning);
    const { code, stdout } = await approve(planId, 'y', 'yes', 'Environment', '');
    expect(code).toBe(0);
    expect(stdout.match(/The name does not match nic-701236\./g)).toHaveLength(3);
    expect(await applied).toMatchObject({ result: 'notApplied', reason: 'declined' });
    expect(await sent()).toBe(0);
  });

  it('takes nothing typed for a no where something is taken away', async () => {
    const { planId, applied } = await ask(unassigning);
    expect((await approve(planId, '')).stdout).toContain('Declined.');
    expect(await applied).toMatchObject({ reason: 'declined' });
    expect(await sent()).toBe(0);
  });

  it('answers nothing when the question is left by Ctrl+C or Ctrl+D: the plan still waits', async () => {
    const { planId, applied, question } = await ask(unassigning);
    for (const key of ['\u0003', '\u0004']) {
      const { code, stdout } = await approve(planId, key);
      expect(code, stdout).toBe(130);
      expect(fs.existsSync(question)).toBe(true);
    }
    await approve(planId, '');
    expect(await applied).toMatchObject({ reason: 'declined' });
    expect(await sent()).toBe(0);
  });

  it('refuses an answer without a terminal, and knows no --yes', async () => {
    const { planId, applied } = await ask(assigning);
    const piped = await cli.bench.run('approve', planId);
    expect(piped).toMatchObject({ code: 1, stdout: '' });
    expect(piped.stderr).toContain('run this in a terminal');
    expect((await cli.bench.run('approve', planId, '--yes')).stderr).toContain('no option --yes');
    expect((await cli.bench.run('approve')).stdout).toContain(planId);
    await approve(planId, '');
    await applied;
    expect(await sent()).toBe(0);
  });

  it('ignores a forged answer, whoever sealed it, and goes on waiting', async () => {
    const { planId, digest, applied } = await ask(assigning);
    const file = state('approvals', `${planId}.answer`);
    const { text: asked } = JSON.parse(fs.readFileSync(state('approvals', `${planId}.question`), 'utf8')) as {
      text: string;
    };
    const { question } = JSON.parse(asked) as { question: string };
    const text = JSON.stringify({ version: 1, planId, digest, question, isYes: true });
    const seal = (secret: string): string =>
      createHmac('sha256', secret).update(`${planId}.answer\n${text}`).digest('hex');
    for (const forged of ['yes', JSON.stringify({ text, seal: '' }), JSON.stringify({ text, seal: seal('guessed') })]) {
      fs.writeFileSync(file, forged, { mode: 0o600 });
      await expect.poll(() => fs.existsSync(file), { timeout: 15_000 }).toBe(false);
    }
    // Readable by others: so somebody else may know the secret, or wrote it.
    fs.writeFileSync(
      file,
      JSON.stringify({ text, seal: seal(fs.readFileSync(state('approvals', 'secret'), 'utf8')) }),
      { mode: 0o644 },
    );
    await expect.poll(() => fs.existsSync(file), { timeout: 15_000 }).toBe(false);
    expect(log()).toContain('was not written by ncloud-ip approve: ignored');
    await approve(planId, '');
    expect(await applied).toMatchObject({ reason: 'declined' });
    expect(await sent()).toBe(0);
  });

  it('shows no plan that was changed in its file', async () => {
    const { planId, applied, question } = await ask(unassigning);
    const raw = fs.readFileSync(question, 'utf8');
    fs.writeFileSync(question, raw.replaceAll('10.0.10.20', '10.0.10.21'));
    const { code, stdout } = await approve(planId, 'web-02-eth0');
    expect(code).toBe(1);
    expect(stdout).toContain('was not written by a server of this user');
    fs.writeFileSync(question, raw);
    await approve(planId, '');
    await applied;
    expect(await sent()).toBe(0);
  });

  it('refuses a plan that has expired, one that is not known, and an id that is none', async () => {
    const approvals = await openApprovals(state(), Date.now);
    const { plan } = await (async () => {
      const { planId, applied, question } = await ask(assigning);
      const { text } = JSON.parse(fs.readFileSync(question, 'utf8')) as { text: string };
      await approve(planId, '');
      await applied;
      return JSON.parse(text) as { plan: JournalEntry['plan'] };
    })();
    const planId = randomUUID();
    await approvals.ask({
      ...{
        planId,
        plan,
        digest: planDigest(plan),
        profile: 'Environment',
        gatewayUrl: cli.sandbox.url,
        regionCode: 'KR',
      },
      askedAt: Date.now() - 700_000,
      validUntil: Date.now() - 100_000,
    });
    expect((await approve(planId, name)).stdout).toContain('The plan has expired.');
    expect((await cli.bench.run('approve')).stderr).toContain('No plan waits');
    expect((await approve(randomUUID(), name)).stdout).toContain('No plan with this id waits');
    expect((await approve('../secret', name)).stdout).toContain('No plan with this id waits');
  }, 60_000);

  it('refuses a digest that is not that of the plan, and a second plan while one is asked about', async () => {
    const { planId, digest, applied } = await ask(assigning);
    const other = await server.call('planChange', { changes: [unassigning] });
    expect(await server.call('applyPlan', { planId: other.planId, digest })).toMatchObject({ error: 'wrongDigest' });
    expect(await server.call('applyPlan', { planId: other.planId, digest: other.digest })).toMatchObject({
      error: 'busy',
    });
    await approve(planId, '');
    await applied;
    expect(await sent()).toBe(0);
  });

  it('sends nothing when the network changed while a person read the plan', async () => {
    const { planId, applied } = await ask(assigning);
    await cli.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.12' } });
    await approve(planId, name);
    expect(await applied).toMatchObject({ error: 'stale' });
    expect(await sent()).toBe(0);
  });

  it('takes the question back when the host cancels, and an answer after that is for nobody', async () => {
    const stop = new AbortController();
    const { planId, applied, question } = await ask(assigning, stop.signal);
    stop.abort();
    await expect(applied).rejects.toThrow('aborted');
    await expect.poll(() => fs.existsSync(question), { timeout: 15_000 }).toBe(false);
    expect((await approve(planId, name)).stdout).toContain('No plan with this id waits');
    expect(await sent()).toBe(0);
  });

  it('says so when the server is gone before the answer', async () => {
    const { planId, applied } = await ask(assigning);
    applied.catch(() => undefined);
    // The question is there a moment before its temporary file is gone, which a later server would sweep away.
    const left = (): readonly string[] => fs.readdirSync(state('approvals')).filter((one) => one.endsWith('.tmp'));
    await expect.poll(left).toEqual([]);
    await server.kill();
    const { code, stdout } = await approve(planId, name);
    expect(code).toBe(1);
    expect(stdout).toContain('The server does not wait for this answer any more.');
    expect(fs.readdirSync(state('approvals'))).toEqual(['secret']);
    expect(await sent()).toBe(0);
  }, 60_000);

  it('leaves a change that it was killed in to the next run, which finds out by reading', async () => {
    await cli.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'stallAfterApply', ms: 60_000 }]);
    const { planId, digest, applied } = await ask(assigning);
    applied.catch(() => undefined);
    await approve(planId, name);
    await expect.poll(sent, { timeout: 15_000 }).toBe(1);
    await server.kill();
    expect(entries()).toMatchObject([{ state: 'open', origin: { kind: 'assistant', planDigest: digest } }]);
    cli.bench.write('net.ncloud-ip.yaml', twoAddresses.replace(', 10.0.10.12', ''));
    const next = await cli.bench.run('apply', 'net.ncloud-ip.yaml', '--yes');
    expect(next, next.stderr).toMatchObject({ code: 0 });
    expect(next.stderr).toContain('An earlier run stopped during “Assign 10.0.10.11 to web-01/eth0”.');
    expect(entries()).toMatchObject([{ state: 'done', result: 'applied', recovered: true }]);
    expect(await sent()).toBe(1);
  }, 60_000);
});
