import type { GuestFacts } from '../guestFacts';
import { announce, shell, showAddresses } from './shell';
import type { SystemSteps } from './system';

/** Rocky and RHEL 8 and later: NetworkManager. The connection is found by its device, whatever the image calls it. */
export function rocky(facts: GuestFacts): SystemSteps {
  const { device, gains, loses, prefix } = facts;
  const find = `connection=$(nmcli -g GENERAL.CONNECTION device show ${device})`;
  const modify = (sign: '+' | '-', addresses: readonly string[]): string[] =>
    addresses.length === 0
      ? []
      : [
          find,
          ...addresses.map(
            (address) => `nmcli connection modify "$connection" ${sign}ipv4.addresses ${address}/${prefix}`,
          ),
          'nmcli connection up "$connection"',
        ];
  return {
    notes: ['asRoot'],
    add: shell(...modify('+', gains), ...announce(facts)),
    remove: shell(...modify('-', loses)),
    check: shell(find, 'nmcli -g ipv4.addresses connection show "$connection"', ...showAddresses(facts)),
  };
}
