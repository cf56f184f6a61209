import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, window } from 'vscode';
import type { Choice, PickQuestion } from '../../../../src/ui/prompter';
import { openMapBench, type MapBench } from '../../../support/mapBench';

const run = vi.spyOn(commands, 'executeCommand');
const told = vi.spyOn(window, 'showInformationMessage');
beforeEach(() => {
  vi.clearAllMocks();
  run.mockResolvedValue(undefined);
});

/** Opens the menu of addresses and takes a row of it; before that, something happens. */
async function choose(
  bench: MapBench,
  offsets: number[],
  label: string,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  const answered = new Promise<void>((resolve) => {
    Object.assign(bench.context.prompter, {
      async pick<T>({ choices }: PickQuestion<T>) {
        await meanwhile();
        const row = choices.find((choice): choice is Choice<T> => 'value' in choice && choice.label.endsWith(label));
        resolve();
        return row ? { kind: 'next', value: row.value } : { kind: 'dismissed' };
      },
    });
  });
  bench.say({ type: 'act', action: 'more', offsets });
  await answered;
  await vi.waitFor(() => expect(run.mock.calls.length + told.mock.calls.length).toBeGreaterThan(0));
}

describe('while the menu of a map is open', () => {
  it('another account comes: what was selected in the one before is begun in none', async () => {
    const bench = await openMapBench('3104');
    const { context, profile, scope } = bench;
    await choose(bench, [20], 'Unassign', async () => {
      context.networks.forget(profile.id);
      await context.networks.load(scope);
      await vi.waitFor(() => expect(bench.told.at(-1)?.type).toBe('data'));
    });
    expect(told.mock.lastCall?.[0]).toBe('The map was reloaded. Select the addresses again.');
    expect(run).not.toHaveBeenCalled();
  });

  it('others take an address: the plan is told of all that were selected, and says which one is held', async () => {
    const bench = await openMapBench('3104');
    const { context, scope, sandbox } = bench;
    await choose(bench, [98, 99], 'Assign to…', async () => {
      await sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.98' } });
      await context.networks.refresh(scope);
      await bench.heard('patch');
    });
    expect(run).toHaveBeenCalledExactlyOnceWith(
      'ncloudIp.assignSecondaryIps',
      expect.objectContaining({ secondaryIps: ['10.0.10.98', '10.0.10.99'] }),
    );
    expect(told).not.toHaveBeenCalled();
  });
});

describe('a map that is led to an address outside of its range', () => {
  it.each(['10.0.20.6', '192.168.0.1', 'fe80::1', 'db-01'])('says so of %s, and leads nowhere', async (address) => {
    const bench = await openMapBench('3104');
    await bench.heard('data');
    bench.map.lookAt(address);
    const words = `${address} is not in the range of this map, 10.0.10.0/24. Find Address says where it is.`;
    await vi.waitFor(() => expect(told.mock.lastCall?.[0]).toBe(words));
    expect(bench.told.map(({ type }) => type)).not.toContain('reveal');
  });
});
