import type { GuestFacts } from '../guestFacts';
import { announce, shell, showAddresses } from './shell';
import type { SystemSteps } from './system';

/** Any Linux, until the next boot: iproute2. */
export function temporary(facts: GuestFacts): SystemSteps {
  const { device, prefix, gains, loses } = facts;
  return {
    notes: ['asRoot', 'lostAtReboot'],
    add: shell(...gains.map((address) => `ip addr add ${address}/${prefix} dev ${device}`), ...announce(facts)),
    remove: shell(...loses.map((address) => `ip addr del ${address}/${prefix} dev ${device}`)),
    check: shell(...showAddresses(facts)),
  };
}
