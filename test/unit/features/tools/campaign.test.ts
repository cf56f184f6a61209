import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CancellationToken } from 'vscode';
import { toolTable, type ToolName } from '../../../../src/tools/toolTable';
import { countTokens, mostTokens } from '../../../../src/tools/tokens';
import { openAssistant, uncancelled } from '../../../support/assistant';
import { openCommandBenchAt } from '../../../support/commandBench';
import type { Prompter } from '../../../../src/ui/prompter';

/** `npm test` plays some; TOOL_RUNS=2000 plays the number that docs/assistants.md names, TOOL_SEED others. */
const runs = Number(process.env.TOOL_RUNS ?? 40);
const seed = Number(process.env.TOOL_SEED ?? 20260105);

const web = 'web-01/eth0';
const held = ['10.0.10.20'];
/** What mostly fits the network, so that plans come about and get in each other's way. */
const fitting = fc.constantFrom(
  { kind: 'assign', interface: '701236', addresses: ['10.0.10.30'] },
  { kind: 'assign', interface: web, addresses: ['10.0.10.31', '10.0.10.32'] },
  { kind: 'assign', interface: '«web-02/eth0»', addresses: ['10.0.10.31'], takeOver: true },
  { kind: 'assign', interface: web, addresses: held, takeOver: true },
  { kind: 'assign', interface: '701237', count: 2 },
  { kind: 'unassign', interface: '701237', addresses: ['10.0.10.21'] },
  { kind: 'move', interface: web, addresses: held },
  { kind: 'move', interface: '701237', addresses: held, from: '701236' },
);
const odd = fc.record({
  kind: fc.constantFrom('assign', 'unassign', 'move'),
  interface: fc.constantFrom('701236', '701237', '10.0.10.6', 'nobody', 'nic-701236'),
  addresses: fc.array(fc.constantFrom('10.0.10.20', '10.0.10.30', '10.0.10.6', '10.0.10.1', '192.168.0.1', 'x'), {
    minLength: 1,
    maxLength: 3,
  }),
});
const change = fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: odd });
/** What the person does with each question; most often no. */
const answer = fc.constantFrom('yes', 'yes', 'no', 'readYes', 'readNo');
/** What happens while a question stands open. */
const meanwhile = fc.constantFrom(
  'nothing',
  'nothing',
  'nothing',
  'cancel',
  'switch',
  'look',
  'readOnly',
  'foreign',
  'late',
);
const plan = fc.record({ do: fc.constant('plan' as const), changes: fc.array(change, { minLength: 1, maxLength: 2 }) });
/** At which profile it begins, and what assistants may do there. */
const start = fc
  .record({ isAccount: fc.boolean(), assistants: fc.constantFrom('propose', 'propose', 'apply') })
  .map(({ isAccount, assistants }) => [
    ...(isAccount ? [{ do: 'switch' as const }] : []),
    { do: 'set' as const, assistants, protection: 'none' as const },
  ]);
const step = fc.oneof(
  { weight: 5, arbitrary: plan },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('apply' as const),
      which: fc.nat(5),
      forged: fc.constantFrom('', '', '', '', 'digest', 'id', 'other'),
      times: fc.constantFrom(1, 1, 2),
      answer,
      meanwhile,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('foreign' as const),
      to: fc.constantFrom('701236', '701237'),
      address: fc.constantFrom('10.0.10.20', '10.0.10.30', '10.0.10.31'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('switch' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('later' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      assistants: fc.constantFrom('off', 'look', 'propose', 'propose', 'apply'),
      protection: fc.constantFrom('none', 'none', 'protected', 'readOnly'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('garbage' as const),
      name: fc.constantFrom(...(Object.keys(toolTable) as ToolName[])),
      input: fc.oneof(
        fc.anything(),
        fc.dictionary(fc.constantFrom('planId', 'digest', 'changes', 'text'), fc.anything()),
      ),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Apply = Extract<Step, { do: 'apply' }>;

describe('whatever an assistant calls', () => {
  it(
    'nothing is changed without a yes in our window, no answer has a secret, nothing breaks',
    async () => {
      const time = { ahead: 0, base: Date.UTC(2026, 0, 5) };
      const clock = {
        now: () => time.base + time.ahead,
        async sleep(ms: number, signal?: AbortSignal) {
          if (!signal?.aborted) time.ahead += ms;
          await setImmediate();
        },
      };
      const { context, sandbox, profile } = await openCommandBenchAt(clock, 5_000);
      const other = { ...profile, id: 'p2', name: 'account', site: 'custom' as const, gatewayUrl: sandbox.url };
      await context.profiles.save(other);
      context.credentials.remember(other.id, sandbox);
      const figures = { calls: 0, asked: 0, yes: 0, changes: 0 };

      async function play(steps: readonly Step[]): Promise<void> {
        await sandbox.reset();
        await sandbox.clearRequests();
        await context.history.remove((await context.history.list()).map(({ id }) => id));
        for (const { id } of [profile, other])
          await context.profiles.update(id, (now) => ({ ...now, assistants: 'propose', protection: 'none' }));
        await context.profiles.activate(profile.id);
        const plans: Record<string, unknown>[] = [];
        let applying: Apply | undefined;
        /** Yeses since the last look at what was sent. */
        let yes = 0;
        let cancel: () => void = () => undefined;
        const active = () => context.profiles.active()!;
        const toggle = (): Promise<void> =>
          context.profiles.activate(active().id === profile.id ? other.id : profile.id);
        async function happen(): Promise<void> {
          switch (applying?.meanwhile) {
            case 'cancel':
              cancel();
              return;
            case 'switch':
              return toggle();
            case 'look':
              await context.profiles.update(active().id, (now) => ({ ...now, assistants: 'look' }));
              return;
            case 'readOnly':
              await context.profiles.update(active().id, (now) => ({ ...now, protection: 'readOnly' }));
              return;
            case 'foreign':
              return sandbox.change({ assign: { networkInterfaceNo: '701237', address: '10.0.10.30' } });
            case 'late':
              return void (time.ahead += 11 * 60_000);
            default:
          }
        }
        const said = (isYes: boolean): boolean => {
          if (isYes) yes++;
          return isYes;
        };
        const prompter: Prompter = {
          confirm: async ({ instead }) => {
            figures.asked++;
            await happen();
            if (applying?.answer.startsWith('read')) return instead!.ask();
            return said(applying?.answer === 'yes');
          },
          pick: async ({ choices }) => {
            const [first] = choices.flatMap((one) => ('value' in one ? [one] : []));
            const isYes = applying?.answer === 'readYes' && first !== undefined;
            return Promise.resolve(said(isYes) ? { kind: 'next', value: first!.value } : undefined);
          },
          input: ({ prompt }) => Promise.resolve({ kind: 'next', value: prompt.slice(prompt.lastIndexOf(' ') + 1) }),
          pickMany: () => Promise.resolve(undefined),
          search: () => Promise.resolve(undefined),
        };
        const assistant = await openAssistant({ ...context, prompter });
        const ask = async (name: ToolName, input: unknown, token?: CancellationToken) => {
          figures.calls++;
          const got = await assistant.ask(name, input, token);
          expect(got.error).not.toBe('unexpected');
          return got;
        };

        for (const one of steps) {
          const before = { mayUnasked: active().site === 'sandbox' && active().assistants === 'apply' };
          applying = one.do === 'apply' ? one : undefined;
          yes = 0;
          switch (one.do) {
            case 'plan':
              plans.push(await ask('planChange', { changes: one.changes }));
              break;
            case 'undo':
              plans.push(await ask('planUndo', {}));
              break;
            case 'apply': {
              const usable = plans.filter(({ planId }) => typeof planId === 'string');
              // The newest one most often.
              const plan = usable.at(-1 - (Math.max(0, one.which - 3) % Math.max(1, usable.length))) ?? {};
              const wanted = {
                planId: one.forged === 'id' ? `${String(plan.planId)}x` : (plan.planId ?? 'none'),
                digest:
                  one.forged === 'digest'
                    ? '0'.repeat(64)
                    : one.forged === 'other'
                      ? (plans.find(({ digest }) => digest !== undefined && digest !== plan.digest)?.digest ??
                        '1'.repeat(64))
                      : (plan.digest ?? '2'.repeat(64)),
              };
              const token = {
                ...uncancelled,
                onCancellationRequested: (listener: (e: unknown) => unknown) => {
                  cancel = () => void listener(undefined);
                  return { dispose: () => undefined };
                },
              };
              await Promise.all(Array.from({ length: one.times }, () => ask('applyPlan', wanted, token)));
              break;
            }
            case 'foreign':
              await sandbox
                .change({ assign: { networkInterfaceNo: one.to, address: one.address } })
                .catch(() => undefined);
              break;
            case 'switch':
              await toggle();
              break;
            case 'later':
              time.ahead += 11 * 60_000;
              break;
            case 'set':
              await context.profiles.update(active().id, (now) => ({
                ...now,
                assistants: one.assistants,
                protection: one.protection,
              }));
              break;
            case 'garbage':
              await ask(one.name, one.input);
          }
          const writes = (await sandbox.requests()).filter(({ action }) => /^(un)?assign/.test(action)).length;
          await sandbox.clearRequests();
          figures.yes += yes;
          figures.changes += Number(writes > 0);
          if (writes > 0) {
            expect(one.do).toBe('apply');
            // One question, one yes, one plan: a race does not make two changes of it.
            if (!before.mayUnasked) expect(yes).toBe(1);
            else expect(yes).toBe(0);
          }
        }
        for (const text of assistant.answers) {
          expect(text).not.toContain(sandbox.accessKey);
          expect(text).not.toContain(sandbox.secretKey);
          expect(countTokens(text)).toBeLessThanOrEqual(mostTokens);
        }
      }

      const script = fc
        .tuple(start, plan, fc.array(step, { minLength: 3, maxLength: 12 }))
        .map(([first, second, others]) => [...first, second, ...others]);
      await fc.assert(fc.asyncProperty(script, play), { numRuns: runs, seed, timeout: 60_000 });
      process.stdout.write(`tools campaign: seed ${seed}, ${runs} sequences, ${JSON.stringify(figures)}\n`);
      expect(figures.changes).toBeGreaterThan(runs / 20);
      expect(figures.asked).toBeGreaterThan(figures.changes);
    },
    Math.max(120_000, runs * 2_000),
  );
});
