import type { Step } from './plan';
import type { AddressOutcome } from './verifyStep';

/** A step with what became of it. */
export interface TransferredStep {
  readonly step: Step;
  readonly addresses: readonly AddressOutcome[];
}

/** Where an address really was before a change and where it was after it; absent = on no interface. */
export interface Transfer {
  readonly address: string;
  readonly from?: string;
  readonly to?: string;
}

/** The net effect of a change, address by address: only what is known to be applied, several steps taken together. */
export function transfersOf(steps: readonly TransferredStep[]): Transfer[] {
  const net = new Map<string, { address: string; from: string | undefined; to: string | undefined }>();
  for (const { step, addresses } of steps) {
    for (const { address, result } of addresses) {
      if (result !== 'applied') continue;
      const isAssign = step.action === 'assignSecondaryIps';
      const taken = step.takes.find((take) => take.address === address)?.from;
      const from = isAssign ? taken : step.networkInterfaceNo;
      const to = isAssign ? step.networkInterfaceNo : undefined;
      // An address given back and assigned elsewhere by a later step is one transfer; the same address in two VPCs is two.
      const key = [...net].find(([, other]) => other.address === address && other.to === from)?.[0];
      const earlier = key === undefined ? undefined : net.get(key);
      net.set(key ?? `${step.id} ${address}`, { address, from: earlier ? earlier.from : from, to });
    }
  }
  return [...net.values()].flatMap(({ address, from, to }) =>
    from === to ? [] : [{ address, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }],
  );
}
