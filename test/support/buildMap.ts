import { createCells, type Cells } from '../../src/map/cells';
import type { MapData } from '../../src/map/mapData';
import { readMap } from '../../src/map/readMap';
import type { NetworkInterface } from '../../src/model/networkInterface';
import { buildInterface, buildNetwork, buildSubnet } from './buildNetwork';

/** The map of one subnet with these interfaces. */
export function buildMap(
  cidr: string,
  interfaces: readonly Partial<NetworkInterface>[],
  busy: readonly string[] = [],
): MapData {
  const network = buildNetwork({
    subnets: [buildSubnet({ subnet: cidr })],
    interfaces: interfaces.map((one, at) => buildInterface({ networkInterfaceNo: String(701_236 + at), ...one })),
  });
  const describe = ({ networkInterfaceName: title }: NetworkInterface) => ({
    title,
    server: 'web-01',
    status: 'in use',
  });
  const data = readMap(network, '3104', describe, new Map(busy.map((no) => [no, 1])));
  if (!data) throw new Error(`no map of ${cidr}`);
  return data;
}

/** The same, by address. */
export function buildCells(...args: Parameters<typeof buildMap>): Cells {
  return createCells(buildMap(...args));
}
