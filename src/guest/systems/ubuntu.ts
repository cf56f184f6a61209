import type { GuestFacts } from '../guestFacts';
import { announce, shell, showAddresses } from './shell';
import type { Block, SystemSteps } from './system';

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
        : [fileWith(path, all, facts), ...shell(`chmod 600 ${path}`, 'netplan try', ...announce(facts))],
    remove: removal(),
    check: shell(`netplan get ethernets.${device}.addresses`, ...showAddresses(facts)),
  };

  function removal(): Block[] {
    if (loses.length === 0) return [];
    if (left.length === 0) return shell(`rm ${path}`, 'netplan try');
    return [fileWith(path, left, facts), ...shell(`chmod 600 ${path}`, 'netplan try')];
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
