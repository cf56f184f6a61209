import type { GuestFacts } from '../guestFacts';
import { notifyScript } from './notifyScript';
import { shell, showAddresses } from './shell';
import type { SystemSteps } from './system';

const folder = '/etc/keepalived';
const main = `${folder}/keepalived.conf`;
const parts = `${folder}/conf.d`;
const keys = `${folder}/ncloud.env`;

/**
 * keepalived: the address follows whichever server is master; the notify script tells NAVER Cloud so.
 * Unicast peers, because a VPC network carries no VRRP multicast. Each interface has files of its own, which the main file
 * includes: what keepalived does already stays. Nothing when the call is not known.
 */
export function keepalived(facts: GuestFacts): SystemSteps | undefined {
  const { call, device, gains, loses } = facts;
  if (!call) return undefined;
  const files = {
    configuration: `${parts}/secondary-${device}.conf`,
    script: `${folder}/assign-secondary-ips-${device}.sh`,
  };
  return {
    notes: [
      'asRoot',
      'includedFile',
      'peerPlaceholder',
      'routerId',
      'vrrpPasses',
      'keysPlaceholder',
      'secretInProcessList',
    ],
    add:
      gains.length === 0
        ? []
        : [
            ...shell(`mkdir -p ${parts}`, includeOnce),
            { language: 'conf', path: files.configuration, text: instance(facts, files.script) },
            { language: 'sh', path: files.script, text: notifyScript(facts, call, keys) },
            { language: 'sh', path: keys, text: "NCLOUD_ACCESS_KEY='{Access Key}'\nNCLOUD_SECRET_KEY='{Secret Key}'" },
            ...shell(`chmod 700 ${files.script}`, `chmod 600 ${keys}`, 'systemctl restart keepalived'),
          ],
    remove: shell(...(loses.length === 0 ? [] : removal(loses, files))),
    check: shell('systemctl status keepalived --no-pager', ...showAddresses(facts)),
  };
}

/** An include by whatever path it was written stays the only one: keepalived refuses an instance that it reads twice. */
const includeOnce =
  `grep -Eqs '^[[:space:]]*include.*conf\\.d/\\*\\.conf' ${main} || ` +
  `printf '\\n%s\\n' 'include ${parts}/*.conf' >> ${main}`;

/** Root runs the script by this line alone: global_defs belong to the main file. */
function instance({ device, prefix, primary, gains }: GuestFacts, script: string): string {
  return [
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
    `    notify_master "${script}" root`,
    '}',
  ].join('\n');
}

/** Takes the address out of both files: keepalived would go on claiming what the script no longer asks for. */
function removal(
  loses: readonly string[],
  files: { readonly configuration: string; readonly script: string },
): string[] {
  const patterns = loses.map((address) => address.replaceAll('.', '\\.'));
  return [
    ...patterns.map((pattern) => `sed -i '\\|^ *${pattern}/|d' ${files.configuration}`),
    ...patterns.map((pattern) => `sed -i '/^  ${pattern}$/d' ${files.script}`),
    'systemctl reload keepalived',
  ];
}
