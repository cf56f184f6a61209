import type { GuestFacts } from '../guestFacts';
import { announce, shell, showAddresses } from './shell';
import type { Block, SystemSteps } from './system';

/** Not `netplan try`: it waits for Enter, takes pasted lines for the answer, and goes back after 120 s. */
const apply = 'netplan generate && netplan apply';

/**
 * Ubuntu 18.04 and later: a netplan file of our own, merged with the image's file, which keeps DHCP for the primary address.
 * The file lists every secondary IP the interface holds after the change.
 */
export function ubuntu(facts: GuestFacts): SystemSteps {
  const { device, gains, loses, keeps } = facts;
  const path = `/etc/netplan/60-secondary-${device}.yaml`;
  const all = [...new Set([...keeps, ...gains])];
  const left = all.filter((address) => !loses.includes(address));
  return {
    notes: ['asRoot', 'netplanName', 'wholeList'],
    add:
      gains.length === 0
        ? []
        : [fileWith(path, all, facts), ...shell(`chmod 600 ${path}`, apply), ...shell(...announce(facts))],
    remove: removal(),
    // The first releases of 18.04 have no `netplan get`.
    check: shell(all.length > 0 ? `cat ${path}` : 'ls /etc/netplan/', ...showAddresses(facts)),
  };

  function removal(): Block[] {
    if (loses.length === 0) return [];
    if (left.length === 0) return shell(`rm ${path}`, apply);
    return [fileWith(path, left, facts), ...shell(`chmod 600 ${path}`, apply)];
  }
}

function fileWith(path: string, addresses: readonly string[], { device, prefix }: GuestFacts): Block {
  const text = [
    'network:',
    '  version: 2',
    '  ethernets:',
    `    "${device}":`,
    '      addresses:',
    ...addresses.map((address) => `        - "${address}/${prefix}"`),
  ].join('\n');
  return { language: 'yaml', path, text };
}
