import * as v from 'valibot';
import { findingsOf } from '../model/findings';
import { answerOf, recentReading } from './envelope';
import { foreign, markedData } from './foreign';
import { labelIn } from './interfaceRow';
import { cursorInput, pageOf } from './page';
import { defineTool } from './tool';

/** What an operator would want to look at. */
export const listFindings = defineTool({
  input: v.strictObject({ cursor: cursorInput }),
  needs: 'look',
  async run({ cursor }, call) {
    const reading = await recentReading(call);
    const { network, settlingSince, readAt } = reading;
    const rows = findingsOf(network, settlingSince, call.deps.clock.now()).map((finding) => {
      if (finding.kind === 'crowded') {
        return { ...markedData(finding), name: foreign(network.subnet(finding.subnetNo)?.subnetName ?? '') };
      }
      const one = network.interface(finding.networkInterfaceNo);
      return { ...markedData(finding), ...(one && { name: labelIn(network, one) }) };
    });
    return answerOf(call, reading, pageOf(rows, cursor, readAt));
  },
});
