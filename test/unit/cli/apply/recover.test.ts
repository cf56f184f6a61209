import { expect, it, vi } from 'vitest';
import { recover } from '../../../../src/cli/apply/recover';
import { CommandError } from '../../../../src/cli/commandError';
import { buildEntry, buildPlan } from '../../../support/buildEntry';

/** Two changes of this account that a killed run left, one of another account, and a service that cannot be read. */
function open() {
  const plan = buildPlan();
  const before = [{ networkInterfaceNo: '701236', secondaryIpList: [] }];
  const steps = plan.steps.map((step) => ({ step, state: 'sent' as const, before, addresses: [], chosen: [] }));
  const entryOf = (id: string, owner: string) =>
    buildEntry({ id, state: 'open', plan, steps, profile: { id: owner, name: owner } });
  const said: string[] = [];
  const history = {
    claimAbandoned: () =>
      Promise.resolve([entryOf('newer', 'ours'), entryOf('foreign', 'other'), entryOf('older', 'ours')]),
    release: (id: string) => Promise.resolve(void said.push(`released ${id}`)),
    update: () => Promise.resolve(),
  };
  const hold = { release: () => Promise.resolve(void said.push('let go')) };
  const holdsOf = () => ({
    hold: () => {
      said.push('held');
      return Promise.resolve(hold);
    },
  });
  const clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
  const terminal = { signal: new AbortController().signal, clock, progress: vi.fn(), tell: vi.fn() };
  const away = () => Promise.reject(new Error('away'));
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn(), debug: vi.fn() };
  const account = { id: 'ours', api: { getNetworkInterfaces: away }, log, settle: { everyMs: 1, atMostMs: 3 } };
  const run = () => recover(terminal as never, account as never, { history, holdsOf } as never);
  return { run, said };
}

it('lets every change go that it could not read back, so that the next look finds all of them', async () => {
  const { run, said } = open();
  await expect(run()).rejects.toThrow(CommandError);
  expect(said).toEqual(['released foreign', 'held', 'let go', 'released newer', 'released older']);
});
