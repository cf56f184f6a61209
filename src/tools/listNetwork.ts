import * as v from 'valibot';
import { seenAddresses } from '../model/seenAddresses';
import type { Network } from '../model/network';
import { answerOf, recentReading } from './envelope';
import { bareOrMarked, foreign, unmarked } from './foreign';
import { interfaceColumns, interfaceRow } from './interfaceRow';
import { cursorInput, pageOf } from './page';
import { defineTool } from './tool';

/** The interfaces or the subnets of the region, filtered, a page at a time. */
export const listNetwork = defineTool({
  input: v.strictObject({
    of: v.optional(v.picklist(['interfaces', 'subnets']), 'interfaces'),
    text: v.optional(
      v.pipe(v.string(), v.maxLength(200), v.description('Only rows with this in a name, number or address')),
    ),
    subnet: v.optional(v.pipe(v.string(), v.maxLength(200), v.description('Only this subnet: number, name or range'))),
    cursor: cursorInput,
  }),
  needs: 'look',
  async run({ of, text, subnet, cursor }, call) {
    const reading = await recentReading(call);
    const { network, readAt } = reading;
    const isInSubnet = subnetFilter(network, subnet);
    const needle = unmarked(text ?? '').toLowerCase();
    const rows =
      of === 'subnets'
        ? network.subnets
            .filter(({ subnetNo }) => isInSubnet(subnetNo))
            .map(({ subnetNo }) => subnetRow(network, subnetNo))
        : network.interfaces.filter(({ subnetNo }) => isInSubnet(subnetNo)).map((one) => interfaceRow(network, one));
    const found = rows.filter((row) => JSON.stringify(row).toLowerCase().includes(needle));
    const columns = of === 'subnets' ? subnetColumns : interfaceColumns;
    return answerOf(call, reading, { columns, ...pageOf(found, cursor, readAt) });
  },
});

const subnetColumns = ['subnet', 'name', 'range', 'vpc', 'vpcName', 'seenInUse', 'usable'] as const;

function subnetRow(network: Network, no: string): readonly unknown[] {
  const subnet = network.subnet(no);
  if (!subnet) return [no];
  const { subnetName, subnet: range, vpcNo } = subnet;
  const vpcName = network.vpc(vpcNo)?.vpcName;
  const usable = network.range(no)?.usableCount ?? null;
  const used = seenAddresses(network, no).size;
  return [
    bareOrMarked(no),
    foreign(subnetName),
    bareOrMarked(range),
    bareOrMarked(vpcNo),
    vpcName === undefined ? null : foreign(vpcName),
    used,
    usable,
  ];
}

/** Which subnets are meant by a number, a name or a range; all without one. */
export function subnetFilter({ subnets }: Pick<Network, 'subnets'>, wanted?: string): (subnetNo: string) => boolean {
  if (wanted === undefined) return () => true;
  const name = unmarked(wanted);
  const found = subnets.filter((one) => [one.subnetNo, one.subnetName, one.subnet].includes(name));
  const numbers = new Set(found.map(({ subnetNo }) => subnetNo));
  return (subnetNo) => numbers.has(subnetNo) || subnetNo === name;
}
