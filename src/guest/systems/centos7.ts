import type { GuestFacts } from '../guestFacts';
import { aliasOf } from './aliasOf';
import { announce, shell, showAddresses } from './shell';
import type { Block, SystemSteps } from './system';

const folder = '/etc/sysconfig/network-scripts';

/** CentOS and RHEL 7: one alias file for each address. */
export function centos7(facts: GuestFacts): SystemSteps {
  const { gains, loses } = facts;
  const alias = (address: string): string => aliasOf(address, facts);
  return {
    notes: ['asRoot'],
    add: [
      ...gains.map((address) => aliasFile(address, alias(address), facts)),
      ...shell(...gains.map((address) => `ifup ${alias(address)}`), ...announce(facts)),
    ],
    remove: shell(
      ...loses.flatMap((address) => [`ifdown ${alias(address)}`, `rm '${folder}/ifcfg-${alias(address)}'`]),
    ),
    check: shell(`ls ${folder}/`, ...showAddresses(facts)),
  };
}

function aliasFile(address: string, alias: string, { prefix }: GuestFacts): Block {
  const text = [
    `DEVICE=${alias}`,
    `NAME=${alias}`,
    'BOOTPROTO=static',
    'ONBOOT=yes',
    `IPADDR=${address}`,
    `PREFIX=${prefix}`,
  ].join('\n');
  return { language: 'ini', path: `${folder}/ifcfg-${alias}`, text };
}
