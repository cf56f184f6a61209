import type { Plan, Step } from './plan';
import { addressKey } from './planning';
import type { AddressOutcome, StepVerdict } from './verifyStep';

/** A plan with what became of its steps. */
export interface AppliedChange {
  readonly plan: Pick<Plan, 'changes'>;
  readonly steps: readonly {
    readonly step: Step;
    readonly addresses: readonly AddressOutcome[];
    /** Absent while the step waits. */
    readonly result?: StepVerdict['result'] | 'skipped';
  }[];
}

/** Where an address really was before a change and where it was after it; absent = on no interface. */
export interface Transfer {
  readonly address: string;
  readonly subnetNo: string;
  readonly from?: string;
  readonly to?: string;
}

/** The net effect of a change, address by address: only what is known to be applied, several steps taken together. */
export function transfersOf({ plan, steps }: AppliedChange): Transfer[] {
  const subnets = new Map(plan.changes.map((change) => [change.networkInterfaceNo, change.subnetNo]));
  const net = new Map<
    string,
    { address: string; subnetNo: string; from: string | undefined; to: string | undefined }
  >();
  for (const { step, addresses } of steps) {
    const { action, networkInterfaceNo, takes } = step;
    const subnetNo = subnets.get(networkInterfaceNo) ?? '';
    for (const { address, result } of addresses) {
      if (result !== 'applied') continue;
      const isAssign = action === 'assignSecondaryIps';
      const from = isAssign ? takes.find((take) => take.address === address)?.from : networkInterfaceNo;
      const to = isAssign ? networkInterfaceNo : undefined;
      const key = addressKey(subnetNo, address);
      const earlier = net.get(key);
      net.set(key, { address, subnetNo, from: earlier ? earlier.from : from, to });
    }
  }
  return [...net.values()].flatMap(({ address, subnetNo, from, to }) =>
    from === to ? [] : [{ address, subnetNo, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }],
  );
}
