import type { GuestFacts } from '../guestFacts';
import { aliasOf } from './aliasOf';
import { announce, shell, showAddresses } from './shell';
import type { Block, SystemSteps } from './system';

/** Debian and Ubuntu 16.04, ifupdown: one alias stanza in a file of its own for each address. */
export function debian(facts: GuestFacts): SystemSteps {
  const { gains, loses } = facts;
  const alias = (address: string): string => aliasOf(address, facts);
  return {
    notes: ['asRoot', 'interfacesSource'],
    add: [
      ...gains.map((address) => stanzaFile(address, alias(address), facts)),
      ...shell(...gains.map((address) => `ifup ${alias(address)}`), ...announce(facts)),
    ],
    remove: shell(...loses.flatMap((address) => [`ifdown ${alias(address)}`, `rm ${pathOf(alias(address))}`])),
    check: shell("grep '^source' /etc/network/interfaces", ...showAddresses(facts)),
  };
}

function stanzaFile(address: string, alias: string, { netmask }: GuestFacts): Block {
  const text = [`auto ${alias}`, `iface ${alias} inet static`, `    address ${address}`, `    netmask ${netmask}`].join(
    '\n',
  );
  return { language: 'conf', path: pathOf(alias), text };
}

/** Ends as some images' `source …/*.cfg` wants it; `…/*` takes it as well. */
function pathOf(alias: string): string {
  return `/etc/network/interfaces.d/secondary-${alias.replace(':', '-')}.cfg`;
}
