import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTokens, mostTokens } from '../../../src/tools/tokens';
import { openCliBench } from '../../support/cli';
import { useCli } from '../../support/cliStage';
import { openMcpBench, approveInTerminal, type McpBench } from '../../support/mcp';
import { applyOnce, nameFor, type ToldPlan } from './applyOnce';
import { sequence, type Step } from './steps';

/** `npm test` plays these; `npm run test:faults -- --mcp 200` plays more. */
const runs = Number(process.env.MCP_RUNS ?? 20);
const seed = Number(process.env.FAULT_SEED ?? 20260105);

describe.skipIf(process.platform === 'win32')('whatever an assistant calls over MCP', () => {
  const cli = useCli();
  const figures = { calls: 0, asked: 0, yes: 0, changes: 0 };

  async function play(steps: readonly Step[]): Promise<void> {
    const { built, sandbox } = cli;
    await sandbox.reset();
    const bench = openCliBench(built, sandbox);
    const open = () => openMcpBench(built, bench, '--region', 'KR', '--allow-apply=Environment', '--log', 'mcp.log');
    let server: McpBench = await open();
    let said = '';
    const told: string[] = [];
    const plans: ToldPlan[] = [];
    const used = new Set<string>();
    const keep = (answer: Record<string, unknown>): Record<string, unknown> => {
      figures.calls++;
      expect(answer.error).not.toBe('unexpected');
      told.push(JSON.stringify(answer));
      return answer;
    };
    const ask = async (name: string, input: object) => keep(await server.call(name, input));
    const planned = (answer: Record<string, unknown>): void => {
      if (typeof answer.planId === 'string') plans.push(answer as unknown as ToldPlan);
    };
    const foreign = (to: string): Promise<void> =>
      sandbox.change({ assign: { networkInterfaceNo: to, address: '10.0.10.40' } }).catch(() => undefined);
    const writes = async (): Promise<number> =>
      (await sandbox.requests()).filter(({ method }) => method === 'POST').length;

    try {
      for (const step of steps) {
        const before = await writes();
        let allowed = 0;
        switch (step.do) {
          case 'plan':
            planned(await ask('planChange', { changes: step.changes }));
            break;
          case 'undo':
            planned(await ask('planUndo', {}));
            break;
          case 'apply': {
            const plan = step.which === 'newest' ? plans.findLast(({ planId }) => !used.has(planId)) : plans[0];
            if (!plan) break;
            const other = plans.find(({ digest }) => digest !== plan.digest)?.digest ?? '1'.repeat(64);
            const wanted = {
              planId: step.forged === 'id' ? crypto.randomUUID() : plan.planId,
              digest: step.forged === 'digest' ? '0'.repeat(64) : step.forged === 'other' ? other : plan.digest,
            };
            const race = () => foreign('701237');
            const { answers, wasAsked, saidYes } = await applyOnce({ built, bench, server, race }, step, plan, wanted);
            answers.forEach(keep);
            if (wasAsked) used.add(plan.planId);
            expect(wasAsked && step.forged !== 'no', 'a question about a forged plan').toBe(false);
            figures.asked += Number(wasAsked);
            figures.yes += Number(saidYes);
            if (saidYes) allowed = plan.calls;
            break;
          }
          case 'foreign':
            await foreign(step.to);
            break;
          case 'restart':
            await server.kill();
            said += server.stderr();
            server = await open();
            break;
          case 'unasked': {
            const plan = plans.at(-1);
            if (!plan) break;
            const { stdout } = await approveInTerminal(built, bench, plan.planId, nameFor(plan));
            expect(stdout).toContain('No plan with this id waits');
            break;
          }
          case 'garbage':
            await ask(step.name, step.input);
        }
        const sent = (await writes()) - before;
        figures.changes += Number(sent > 0);
        expect(sent, `changes of ${JSON.stringify(step)}`).toBeLessThanOrEqual(allowed);
      }
    } finally {
      await server.close();
    }
    const approvals = path.join(bench.folder, 'state', 'ncloud-ip', 'approvals');
    expect(fs.readdirSync(approvals)).toEqual(['secret']);
    const secrets = [sandbox.accessKey, sandbox.secretKey, fs.readFileSync(path.join(approvals, 'secret'), 'utf8')];
    const log = fs.readFileSync(path.join(bench.folder, 'mcp.log'), 'utf8');
    for (const text of told) expect(countTokens(text)).toBeLessThanOrEqual(mostTokens);
    for (const text of [...told, said, server.stderr(), log]) {
      for (const secret of secrets) expect(text.includes(secret), 'a secret was told').toBe(false);
    }
  }

  it(
    'nothing is changed without a yes in a terminal, no answer has a secret, nothing breaks',
    async () => {
      // Each run takes seconds: what fails is told as it is, with its seed and path.
      const property = fc.asyncProperty(sequence, play);
      await fc.assert(property, { numRuns: runs, seed, timeout: 120_000, endOnFailure: true });
      process.stdout.write(`MCP campaign: seed ${seed}, ${runs} sequences, ${JSON.stringify(figures)}\n`);
      if (runs < 20) return;
      expect(figures.changes).toBeGreaterThan(runs / 10);
      expect(figures.asked).toBeGreaterThan(figures.changes);
    },
    Math.max(300_000, runs * 30_000),
  );
});
