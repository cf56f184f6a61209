import type { GuestFacts } from '../guestFacts';
import type { Block, Caption, SystemSteps } from './system';

/**
 * Windows Server: netsh, and PowerShell for the same. The adapter is found by the primary address: Windows has no `eth0`.
 * A static address beside DHCP needs `dhcpstaticipcoexistence` (Windows 10 1703 and later). `New-NetIPAddress` is for
 * adapters without DHCP only: its reference says that it disables DHCP.
 */
export function windows({ primary, gains, loses, prefix, netmask }: GuestFacts): SystemSteps {
  const find =
    primary === undefined
      ? "$alias = 'Ethernet'"
      : `$alias = (Get-NetIPAddress -IPAddress '${primary}').InterfaceAlias`;
  const block = (caption: Caption, ...lines: readonly string[]): Block[] =>
    lines.length === 0 ? [] : [{ caption, language: 'powershell', text: [find, ...lines].join('\n') }];
  return {
    notes: ['asAdministrator', 'checkBefore'],
    checksFirst: true,
    add: [
      ...(gains.length === 0
        ? []
        : block('keepDhcp', 'netsh interface ipv4 set interface "$alias" dhcpstaticipcoexistence=enabled')),
      ...block(
        'withNetsh',
        ...gains.map((address) => `netsh interface ipv4 add address "$alias" ${address} ${netmask} skipassource=true`),
      ),
      ...block(
        'orPowerShellWithoutDhcp',
        ...gains.map(
          (address) =>
            `New-NetIPAddress -InterfaceAlias $alias -IPAddress '${address}' -PrefixLength ${prefix} -SkipAsSource $true`,
        ),
      ),
    ],
    remove: [
      ...block('withNetsh', ...loses.map((address) => `netsh interface ipv4 delete address "$alias" ${address}`)),
      ...block(
        'orPowerShell',
        ...loses.map((address) => `Remove-NetIPAddress -InterfaceAlias $alias -IPAddress '${address}' -Confirm:$false`),
      ),
    ],
    check: [
      ...block(
        'withNetsh',
        'netsh interface ipv4 show addresses "$alias"',
        'netsh interface ipv4 show interface "$alias"',
      ),
      ...block(
        'orPowerShell',
        'Get-NetIPInterface -InterfaceAlias $alias -AddressFamily IPv4 | Select-Object InterfaceAlias, Dhcp',
        'Get-NetIPAddress -InterfaceAlias $alias -AddressFamily IPv4 | Select-Object IPAddress, PrefixLength, SkipAsSource',
      ),
    ],
  };
}
