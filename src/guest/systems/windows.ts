import type { GuestFacts } from '../guestFacts';
import type { Block, SystemSteps } from './system';

/** Windows Server: PowerShell, and netsh for the same. The adapter is found by the primary address: Windows has no `eth0`. */
export function windows({ primary, gains, loses, prefix, netmask }: GuestFacts): SystemSteps {
  const find =
    primary === undefined
      ? "$alias = 'Ethernet'"
      : `$alias = (Get-NetIPAddress -IPAddress '${primary}').InterfaceAlias`;
  const block = (lines: readonly string[]): Block[] =>
    lines.length === 0 ? [] : [{ language: 'powershell', text: [find, ...lines].join('\n') }];
  return {
    notes: ['asAdministrator', 'dhcpSwitchedOff'],
    add: [
      ...block(
        gains.map(
          (address) =>
            `New-NetIPAddress -InterfaceAlias $alias -IPAddress '${address}' -PrefixLength ${prefix} -SkipAsSource $true`,
        ),
      ),
      ...block(
        gains.map((address) => `netsh interface ipv4 add address "$alias" ${address} ${netmask} skipassource=true`),
      ),
    ],
    remove: [
      ...block(
        loses.map((address) => `Remove-NetIPAddress -InterfaceAlias $alias -IPAddress '${address}' -Confirm:$false`),
      ),
      ...block(loses.map((address) => `netsh interface ipv4 delete address "$alias" ${address}`)),
    ],
    check: [
      ...block([
        'Get-NetIPInterface -InterfaceAlias $alias -AddressFamily IPv4 | Select-Object InterfaceAlias, Dhcp',
        'Get-NetIPAddress -InterfaceAlias $alias -AddressFamily IPv4 | Select-Object IPAddress, PrefixLength, SkipAsSource',
      ]),
      ...block(['netsh interface ipv4 show addresses "$alias"']),
    ],
  };
}
