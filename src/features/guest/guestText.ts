import { l10n } from 'vscode';
import type { GuestWords } from '../../guest/guestDocument';
import type { FactNote } from '../../guest/guestFacts';
import type { Caption, GuestSystem, SystemNote } from '../../guest/systems/system';

/** The sentences around the commands of a guest document. The commands themselves are the same in every language. */
export function guestWords(): GuestWords {
  return {
    title: l10n.t('Guest OS commands'),
    introduction: l10n.t(
      'NAVER Cloud assigns an address to the network interface; set it in the operating system as well. Nothing here has been run: read it, then copy the part for your system.',
    ),
    add: l10n.t('Add'),
    remove: l10n.t('Remove'),
    check: l10n.t('Check'),
    checkFirst: l10n.t('Check, before and after'),
    likely: l10n.t('likely this one'),
    file: (path) => l10n.t('File {0}:', path),
    caption: captionText,
    gains: (addresses) => l10n.t('Gains {0}', addresses),
    loses: (addresses) => l10n.t('Loses {0}', addresses),
    system: systemText,
    factNote: factNoteText,
    systemNote: systemNoteText,
  };
}

function systemText(id: GuestSystem): string {
  return {
    ubuntu: l10n.t('Ubuntu 18.04 and later (netplan)'),
    rocky: l10n.t('Rocky Linux, RHEL 8 and later (nmcli)'),
    centos7: l10n.t('CentOS 7, RHEL 7 (ifcfg files)'),
    debian: l10n.t('Debian, Ubuntu 16.04 (ifupdown)'),
    windows: l10n.t('Windows Server (PowerShell or netsh)'),
    temporary: l10n.t('Any Linux, until the next reboot'),
    keepalived: l10n.t('keepalived (an address that follows the master)'),
  }[id];
}

function captionText(caption: Caption): string {
  return {
    keepDhcp: l10n.t(
      'First, when DHCP is on: this lets static addresses stand beside it. It is known to Windows Server 2019, Windows 10 1703 and later; where netsh refuses it, add no address while DHCP is on:',
    ),
    withNetsh: l10n.t('With netsh:'),
    orPowerShell: l10n.t('Or with PowerShell:'),
    orPowerShellWithoutDhcp: l10n.t(
      'Or with PowerShell, only when DHCP is off: New-NetIPAddress switches DHCP off, which can end a remote session:',
    ),
  }[caption];
}

function factNoteText(note: FactNote): string {
  switch (note.kind) {
    case 'deviceAssumed':
      return l10n.t(
        'The name of the device is not known: {0} is assumed. The command ip link shows the real one.',
        note.device,
      );
    case 'prefixAssumed':
      return l10n.t(
        'The subnet could not be read: the prefix /{0} is assumed, which works in any subnet.',
        note.prefix,
      );
    case 'addressLeftOut':
      return l10n.t('{0} is left out: it is not an IPv4 address.', note.text);
  }
}

function systemNoteText(note: SystemNote): string {
  return {
    asRoot: l10n.t('Run these as root.'),
    asAdministrator: l10n.t('Run these in a PowerShell started as administrator.'),
    lostAtReboot: l10n.t('The address is gone after a reboot.'),
    netplanName: l10n.t(
      'The device has to have the same name as in the other files of /etc/netplan, which stay as they are.',
    ),
    wholeList: l10n.t('The file lists every secondary IP of the interface; replace it as a whole.'),
    interfacesSource: l10n.t(
      'The file /etc/network/interfaces has to hold a source line for interfaces.d; else put the stanza there.',
    ),
    checkBefore: l10n.t(
      'Check first whether DHCP is on, and keep a console open: an adapter that loses its address ends the remote session.',
    ),
    includedFile: l10n.t(
      'keepalived.conf stays as it is and gets one include line; examples that came with the package have to go from it. When the files of this interface exist already, add the new addresses to them instead of replacing them.',
    ),
    peerPlaceholder: l10n.t(
      'Both servers need these files: put the primary address of the other one under unicast_peer, and in the script the number of its own network interface.',
    ),
    routerId: l10n.t(
      'virtual_router_id has to be the same number on both servers, and one that no other vrrp_instance of this interface uses.',
    ),
    vrrpPasses: l10n.t(
      'The ACGs of both interfaces have to let VRRP (IP protocol 112) pass between the two servers; else both become master and take the address from each other in turn.',
    ),
    keysPlaceholder: l10n.t(
      'The script needs the keys of a sub account that may assign secondary IPs; only root may read the file.',
    ),
    secretInProcessList: l10n.t(
      'While openssl signs, other users of the server can see the secret key in the list of processes.',
    ),
  }[note];
}
