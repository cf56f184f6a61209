import type { GuestFacts } from '../guestFacts';
import { notifyScript } from './notifyScript';
import { shell, showAddresses } from './shell';
import type { Block, SystemSteps } from './system';

const folder = '/etc/keepalived';
const script = `${folder}/assign-secondary-ips.sh`;
const keys = `${folder}/ncloud.env`;

/**
 * keepalived: the address follows whichever server is master; the notify script tells NAVER Cloud so.
 * Unicast peers, because a VPC network carries no VRRP multicast. Nothing when the call is not known.
 */
export function keepalived(facts: GuestFacts): SystemSteps | undefined {
  const { call, gains, loses } = facts;
  if (!call) return undefined;
  return {
    notes: ['asRoot', 'peerPlaceholder', 'keysPlaceholder', 'secretInProcessList'],
    add:
      gains.length === 0
        ? []
        : [
            configuration(facts),
            { language: 'sh', path: script, text: notifyScript(facts, call, keys) },
            { language: 'sh', path: keys, text: "NCLOUD_ACCESS_KEY='{Access Key}'\nNCLOUD_SECRET_KEY='{Secret Key}'" },
            ...shell(`chmod 700 ${script}`, `chmod 600 ${keys}`, 'systemctl restart keepalived'),
          ],
    remove: shell(...(loses.length === 0 ? [] : removal(loses))),
    check: shell('systemctl status keepalived --no-pager', ...showAddresses(facts)),
  };
}

function configuration({ device, prefix, primary, gains }: GuestFacts): Block {
  const text = [
    'global_defs {',
    '    enable_script_security',
    '    script_user root',
    '}',
    '',
    `vrrp_instance secondary_${device} {`,
    '    state BACKUP',
    `    interface ${device}`,
    '    virtual_router_id 51',
    '    priority 100',
    '    advert_int 1',
    `    unicast_src_ip ${primary ?? 'THIS_SERVER_PRIMARY_ADDRESS'}`,
    '    unicast_peer {',
    '        OTHER_SERVER_PRIMARY_ADDRESS',
    '    }',
    '    virtual_ipaddress {',
    ...gains.map((address) => `        ${address}/${prefix} dev ${device}`),
    '    }',
    `    notify_master "${script}"`,
    '}',
  ].join('\n');
  return { language: 'conf', path: `${folder}/keepalived.conf`, text };
}

/** Takes the address out of both places: keepalived would go on claiming what the script no longer asks for. */
function removal(loses: readonly string[]): string[] {
  return [
    ...loses.map((address) => `sed -i '\\|^ *${address.replaceAll('.', '\\.')}/|d' ${folder}/keepalived.conf`),
    ...loses.map((address) => `sed -i '/^  ${address.replaceAll('.', '\\.')}$/d' ${script}`),
    'systemctl reload keepalived',
  ];
}
