import { expect } from 'vitest';
import type { JournalEntry, StepRecord } from '../../../src/change/journalEntry';
import type { TestSandbox } from '../../support/sandbox';
import { isWrite } from '../../support/sandboxControls';

/** Secondary IPs by interface. */
export type Held = ReadonlyMap<string, readonly string[]>;

/** What the sandbox holds now. */
export async function heldBy(sandbox: TestSandbox): Promise<Held> {
  const { regions } = await sandbox.state();
  return new Map(
    regions.flatMap(({ interfaces }) =>
      interfaces.map((one) => [one.networkInterfaceNo, one.secondaryIpList] as const),
    ),
  );
}

/**
 * Holds the journal of all windows, oldest entry first, against what the sandbox held before and after and was asked
 * for. Nothing else changes the sandbox, so the entries together must explain every difference.
 */
export function checkTold(
  entries: readonly JournalEntry[],
  before: Held,
  after: Held,
  requests: Awaited<ReturnType<TestSandbox['requests']>>,
): void {
  const records = entries.flatMap(({ steps }) => steps);
  for (const { state, id } of entries) expect(state, `${id} is left open`).toBe('done');
  for (const { result, state, step } of records) {
    expect([state, result], `step ${step.id}: no outcome`).toEqual(['done', expect.any(String)]);
    expect(result, `step ${step.id}: unknown, although it can be read`).not.toBe('unknown');
  }

  const told = new Map([...before].map(([no, addresses]) => [no, new Set(addresses)]));
  for (const record of records) replay(record, told);
  const lists = (held: Iterable<readonly [string, Iterable<string>]>) =>
    Object.fromEntries([...held].map(([no, addresses]) => [no, [...addresses].sort()]));
  expect(lists(told), 'the journal tells something else than the sandbox holds').toEqual(lists(after));

  const writes = requests.filter(isWrite);
  const sent = records.filter(({ sentAt }) => sentAt !== undefined).map(({ step }) => signatureOf(step));
  const arrived = writes.map(({ action, params }) => {
    const secondaryIps = Object.entries(params).flatMap(([key, value]) =>
      /^secondaryIpList\.\d+$/.test(key) ? value : [],
    );
    return signatureOf({ action, networkInterfaceNo: params.networkInterfaceNo ?? '', secondaryIps });
  });
  for (const one of new Set(arrived)) {
    const times = arrived.filter((other) => other === one).length;
    const noted = sent.filter((other) => other === one).length;
    expect(times, `${one}: arrived ${times} times, ${noted} noted as sent`).toBeLessThanOrEqual(noted);
  }
}

function replay({ step, addresses }: StepRecord, told: Map<string, Set<string>>): void {
  for (const { address, result } of addresses) {
    if (result !== 'applied') continue;
    if (step.action === 'unassignSecondaryIps') told.get(step.networkInterfaceNo)?.delete(address);
    else {
      for (const take of step.takes) if (take.address === address) told.get(take.from)?.delete(address);
      told.get(step.networkInterfaceNo)?.add(address);
    }
  }
}

function signatureOf({
  action,
  networkInterfaceNo,
  secondaryIps,
}: {
  readonly action: string;
  readonly networkInterfaceNo: string;
  readonly secondaryIps: readonly string[];
}): string {
  return `${action} ${networkInterfaceNo} ${[...secondaryIps].sort().join(',')}`;
}
