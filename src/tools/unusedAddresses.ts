import * as v from 'valibot';
import { unseenRanges } from '../plan/unseenAddresses';
import { answerOf, recentReading } from './envelope';
import { bareOrMarked, foreign } from './foreign';
import { subnetFilter } from './listNetwork';
import { cursorInput, pageOf } from './page';
import { defineTool } from './tool';
import { ToolRefused } from './toolRefused';

/** The addresses of a subnet that nobody is seen to hold. */
export const unusedAddresses = defineTool({
  input: v.strictObject({
    subnet: v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.description('Number, name or range')),
    cursor: cursorInput,
  }),
  needs: 'look',
  async run({ subnet: wanted, cursor }, call) {
    const reading = await recentReading(call);
    const { network, readAt } = reading;
    const isMeant = subnetFilter(network, wanted);
    const found = network.subnets.filter(({ subnetNo }) => isMeant(subnetNo));
    const [subnet] = found;
    if (!subnet || found.length > 1 || !network.range(subnet.subnetNo)) {
      throw new ToolRefused('unknownSubnet', {
        matches: found.slice(0, 20).map(({ subnetNo }) => bareOrMarked(subnetNo)),
      });
    }
    const reserved = call.deps.reservedIn(call.scope, subnet.subnetNo);
    const rows = unseenRanges(network, subnet.subnetNo, reserved.keys()).map(({ first, last, count }) => [
      first,
      last,
      count,
    ]);
    return answerOf(call, reading, {
      subnet: bareOrMarked(subnet.subnetNo),
      name: foreign(subnet.subnetName),
      range: bareOrMarked(subnet.subnet),
      reserved: reserved.size,
      ...pageOf(rows, cursor, readAt),
    });
  },
});
