import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTokens, mostTokens } from '../../../src/tools/tokens';
import { expectApproved, heldIn, type Held, type ToldPlan } from '../../support/approvedChange';
import { openCliBench } from '../../support/cli';
import { useCli } from '../../support/cliStage';
import { openMcpBench, approveInTerminal, type McpBench } from '../../support/mcp';
import { applyOnce, nameFor } from './applyOnce';
import { sequence, type Step } from './steps';

const shiftedClock = pathToFileURL(path.join(import.meta.dirname, '../../support/shiftedClock.mjs')).href;

/** `npm test` plays these; `npm run test:faults -- --mcp 200` plays more. */
const runs = Number(process.env.MCP_RUNS ?? 20);
const seed = Number(process.env.FAULT_SEED ?? 20260105);

describe.skipIf(process.platform === 'win32')('whatever an assistant calls over MCP', () => {
  const time = { ahead: 0 };
  const cli = useCli({ now: () => Date.now() + time.ahead });
  const figures = { calls: 0, asked: 0, yes: 0, changes: 0, refused: {} as Record<string, number> };

  async function play(steps: readonly Step[]): Promise<void> {
    const { built, sandbox } = cli;
    await sandbox.reset();
    const bench = openCliBench(built, sandbox);
    // Every process of the sequence has the clock of the sandbox.
    const clock = path.join(bench.folder, 'clock');
    const setClock = (ahead: number): void => fs.writeFileSync(clock, String((time.ahead = ahead)));
    setClock(0);
    // Forth, and the next time back: neither makes a plan good. (Files are dated by the machine, which allows for no more.)
    const age = (): void => setClock(time.ahead === 0 ? 11 * 60_000 : 0);
    Object.assign(bench.env, { NODE_OPTIONS: `--import=${shiftedClock}`, NCLOUD_IP_TEST_CLOCK: clock });
    const open = (as: 'before' | 'elsewhere' | 'readOnly') =>
      openMcpBench(
        ...[built, bench, '--log', 'mcp.log', '--region', as === 'elsewhere' ? 'JPN' : 'KR'],
        ...(as === 'readOnly' ? [] : ['--allow-apply=Environment']),
      );
    let server: McpBench = await open('before');
    let mayApply = true;
    let said = '';
    const told: string[] = [];
    const plans: ToldPlan[] = [];
    const used = new Set<string>();
    const keep = (answer: Record<string, unknown>): Record<string, unknown> => {
      figures.calls++;
      expect(answer.error).not.toBe('unexpected');
      if (typeof answer.error === 'string') figures.refused[answer.error] = (figures.refused[answer.error] ?? 0) + 1;
      told.push(JSON.stringify(answer));
      return answer;
    };
    const ask = async (name: string, input: object) => keep(await server.call(name, input));
    const planned = (answer: Record<string, unknown>): void => {
      if (typeof answer.planId === 'string') plans.push(answer as unknown as ToldPlan);
    };
    const foreign = (to: string): Promise<void> =>
      sandbox.change({ assign: { networkInterfaceNo: to, address: '10.0.10.40' } }).catch(() => undefined);
    const writes = () => sandbox.writes();

    try {
      for (const step of steps) {
        const before = (await writes()).length;
        let approved: (ToldPlan & { readonly isWhole: boolean }) | undefined;
        let held: Held = new Map();
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
            if (!mayApply) {
              // A server that may not apply knows no such tool.
              await expect(server.client.callTool({ name: 'applyPlan', arguments: wanted })).rejects.toThrow(
                /applyPlan/,
              );
              break;
            }
            const race = () => foreign('701237');
            const onAnswer = async () => void (held = await heldIn(sandbox));
            const asking = { built, bench, server, race, age, onAnswer };
            const { answers, wasAsked, saidYes, shown } = await applyOnce(asking, step, plan, wanted);
            answers.forEach(keep);
            told.push(shown);
            if (wasAsked) used.add(plan.planId);
            expect(wasAsked && step.forged !== 'no', 'a question about a forged plan').toBe(false);
            figures.asked += Number(wasAsked);
            figures.yes += Number(saidYes);
            if (saidYes) {
              expectShown(shown, plan);
              approved = { ...plan, isWhole: answers.some(({ result }) => result === 'applied') };
            }
            break;
          }
          case 'foreign':
            await foreign(step.to);
            break;
          case 'restart':
            await server.kill();
            said += server.stderr();
            server = await open(step.as);
            mayApply = step.as !== 'readOnly';
            break;
          case 'later':
            age();
            break;
          case 'unasked': {
            const plan = plans.at(-1);
            if (!plan) break;
            const { stdout } = await approveInTerminal(built, bench, plan.planId, nameFor(plan));
            expect(stdout).toContain('No plan with this id waits');
            break;
          }
          case 'garbage':
            if (step.name !== 'applyPlan' || mayApply) await ask(step.name, step.input);
        }
        const sent = (await writes()).slice(before);
        figures.changes += Number(sent.length > 0);
        if (!approved) expect(sent, `changes of ${JSON.stringify(step)}`).toEqual([]);
        else if (sent.length > 0 || approved.isWhole)
          expectApproved(approved, {
            before: held,
            after: await heldIn(sandbox),
            writes: sent,
            isWhole: approved.isWhole,
          });
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

/** Whether a person read the plan that they said yes to: its digest, what each interface gains and what it loses. */
function expectShown(text: string, { digest, interfaces }: ToldPlan): void {
  expect(text).toContain(digest);
  for (const { gains, loses } of interfaces) {
    for (const address of gains) expect(text).toContain(`+ ${address}`);
    for (const address of loses) expect(text).toContain(`- ${address}`);
  }
}
