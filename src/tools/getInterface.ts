import * as v from 'valibot';
import { isSettling, maxSecondaryIps } from '../model/networkInterface';
import { createInterfaceNames } from '../plan/interfaceNames';
import { namedGroups } from '../model/accessControlGroup';
import { answerOf, recentReading } from './envelope';
import { bareOrMarked, foreign, markedData, unmarked } from './foreign';
import { interfaceColumns, interfaceRow } from './interfaceRow';
import { problemRepair } from './problemRepair';
import { defineTool } from './tool';

/** How an interface is named in an input. */
export const interfaceInput = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** One interface, all that is known of it. */
export const getInterface = defineTool({
  input: v.strictObject({ interface: interfaceInput }),
  needs: 'look',
  async run(input, call) {
    const reading = await recentReading(call);
    const { network } = reading;
    const found = createInterfaceNames(network).find(unmarked(input.interface));
    const one = typeof found === 'string' ? network.interface(found) : undefined;
    if (typeof found !== 'string' || !one) {
      const problem = typeof found === 'string' ? ({ kind: 'unknownInterface' } as const) : found;
      return answerOf(call, reading, { problem: { ...markedData(problem), repair: problemRepair(problem) } });
    }
    const row = Object.fromEntries(interfaceColumns.map((name, at) => [name, interfaceRow(network, one)[at]]));
    const subnet = network.subnet(one.subnetNo);
    const vpc = subnet && network.vpc(subnet.vpcNo);
    return answerOf(call, reading, {
      ...row,
      ownName: foreign(one.networkInterfaceName),
      ...(subnet && { subnetName: foreign(subnet.subnetName), range: bareOrMarked(subnet.subnet) }),
      ...(vpc && { vpcName: foreign(vpc.vpcName) }),
      ...(one.instanceNo !== undefined && {
        attachedTo: [one.instanceType?.code ?? '', one.instanceNo].map(bareOrMarked),
      }),
      ...(one.macAddress !== undefined && { mac: foreign(one.macAddress) }),
      ...(one.networkInterfaceDescription !== undefined && {
        description: foreign(one.networkInterfaceDescription, 120),
      }),
      acg: foreign(namedGroups(one.accessControlGroupNoList.slice(0, 10), call.deps.groupsOf(call.scope)), 200),
      isSettling: isSettling(one),
      room: Math.max(0, maxSecondaryIps - one.secondaryIpList.length),
    });
  },
});
