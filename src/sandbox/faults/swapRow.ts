import type { Interfaces, World } from '../state/world';
import type { Fault } from './fault';

/**
 * Takes one interface away and adds one at the end, so that later pages begin a row later and their number stays: the interface
 * `networkInterfaceNo`, or the first unattached one of the first region, comes again under a new number.
 */
export function swapRow(world: World, { networkInterfaceNo }: Fault): void {
  world.change(() => {
    for (const region of world.regions) {
      const row = region
        .interfaces()
        .find((candidate) =>
          networkInterfaceNo === undefined
            ? candidate.instanceNo === undefined
            : candidate.networkInterfaceNo === networkInterfaceNo,
        );
      if (!row) continue;
      region.removeInterface(row.networkInterfaceNo);
      region.putInterface({ ...row, networkInterfaceNo: world.nextInterfaceNo() });
      return;
    }
    throw new Error('There is no such network interface.');
  });
}

/** The same interfaces in another order, which no document promises: a later page repeats a row and another is on no page. */
export function rotateRows(world: World): Interfaces {
  return new Map(
    [...world.remember()].map(([regionCode, records]) => {
      const [first, ...rest] = records;
      return [regionCode, new Map(first ? [...rest, first] : [])];
    }),
  );
}
