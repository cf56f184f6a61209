import * as v from 'valibot';
import { findingsOf } from '../model/findings';
import { answerOf, recentReading } from './envelope';
import { foreign } from './foreign';
import { labelIn } from './interfaceRow';
import { cursorInput, pageOf } from './page';
import { defineTool, looks } from './tool';

/** What an operator would want to look at. */
export const listFindings = defineTool({
  description:
    'What may need attention: interfaces stuck while changing, subnets over 80 or 90 % in use, unattached interfaces that hold secondary IPs.',
  input: v.strictObject({ cursor: cursorInput }),
  annotations: looks,
  needs: 'look',
  async run({ cursor }, call) {
    const reading = await recentReading(call);
    const { network, settlingSince, readAt } = reading;
    const rows = findingsOf(network, settlingSince, call.deps.clock.now()).map((finding) => {
      if (finding.kind === 'crowded') {
        return { ...finding, name: foreign(network.subnet(finding.subnetNo)?.subnetName ?? '') };
      }
      const one = network.interface(finding.networkInterfaceNo);
      return { ...finding, ...(one && { name: labelIn(network, one) }) };
    });
    return answerOf(call, reading, pageOf(rows, cursor, readAt));
  },
});
