import { l10n } from 'vscode';
import type { GuestWords } from '../../guest/guestDocument';
import type { FactNote } from '../../guest/guestFacts';
import type { Caption, GuestSystem, SystemNote } from '../../guest/systems/system';

/** The sentences around the commands of a guest document. The commands themselves are the same in every language. */
export function guestWords(): GuestWords {
  return {
    title: l10n.t('Guest OS commands'),
    introduction: l10n.t(
      'NAVER Cloud assigns the address to the network interface only. Also set it in the operating system. None of these commands has been run: read them, then copy the part for your system.',
    ),
    add: l10n.t('Add'),
    remove: l10n.t('Remove'),
    check: l10n.t('Check'),
    checkFirst: l10n.t('Check, before and after'),
    likely: l10n.t('probably this one'),
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
  }[id];
}

function captionText(caption: Caption): string {
  return {
    keepDhcp: l10n.t(
      'If DHCP is on, run this first. It allows static addresses alongside DHCP. Requires Windows Server 2019, Windows 10 1703 or later. If netsh rejects it, do not add addresses while DHCP is on:',
    ),
    withNetsh: l10n.t('With netsh:'),
    orPowerShell: l10n.t('Or with PowerShell:'),
    orPowerShellWithoutDhcp: l10n.t(
      'Or with PowerShell, only if DHCP is off. New-NetIPAddress turns DHCP off, which can end a remote session:',
    ),
  }[caption];
}

function factNoteText(note: FactNote): string {
  switch (note.kind) {
    case 'deviceAssumed':
      return l10n.t('The device name is unknown; {0} is assumed. Run ip link to see the real one.', note.device);
    case 'prefixAssumed':
      return l10n.t('The subnet could not be loaded; prefix /{0} is assumed, which works in any subnet.', note.prefix);
    case 'addressLeftOut':
      return l10n.t('Skipped {0}: not an IPv4 address.', note.text);
  }
}

function systemNoteText(note: SystemNote): string {
  return {
    asRoot: l10n.t('Run these as root.'),
    asAdministrator: l10n.t('Run these in PowerShell as administrator.'),
    lostAtReboot: l10n.t('The address is lost after a reboot.'),
    netplanName: l10n.t('The device name must match the other files in /etc/netplan. Leave those files as they are.'),
    wholeList: l10n.t('This file lists every secondary IP of the interface. Replace the whole file.'),
    interfacesSource: l10n.t(
      '/etc/network/interfaces must have a source line for interfaces.d. Otherwise, add the stanza to that file.',
    ),
    checkBefore: l10n.t(
      'First check whether DHCP is on, and keep a console open: if the adapter loses its address, the remote session ends.',
    ),
  }[note];
}
