import { instanceName, type Failover, type FailoverServer } from './failover';

const events = {
  notify_master: 'MASTER',
  notify_backup: 'BACKUP',
  notify_fault: 'FAULT',
  notify_stop: 'STOP',
  // A master that hears a weaker one changes no state, so nothing else would be run after a break in communication.
  notify_master_rx_lower_pri: 'MASTER_RX_LOWER_PRI',
};

/**
 * The VRRP instance of one server. Unicast, because a VPC network carries no VRRP multicast; no password, because VRRP sends
 * it in the clear. All begin as BACKUP: with `nopreempt` keepalived wants it so, and without the priority decides anyway.
 */
export function keepalivedConf(failover: Failover, server: FailoverServer, guard: string): string {
  const { addresses, prefix, servers, preempts } = failover;
  const name = instanceName(failover);
  return [
    `vrrp_instance ${name} {`,
    '    state BACKUP',
    `    interface ${server.device}`,
    `    virtual_router_id ${routerId(addresses[0] ?? '')}`,
    `    priority ${150 - 10 * servers.indexOf(server)}`,
    '    advert_int 1',
    ...(preempts ? [] : ['    nopreempt']),
    `    unicast_src_ip ${server.primary}`,
    '    unicast_peer {',
    ...servers.filter((other) => other !== server).map(({ primary }) => `        ${primary}`),
    '    }',
    '    virtual_ipaddress {',
    ...addresses.map((address) => `        ${address}/${prefix} dev ${server.device}`),
    '    }',
    ...Object.entries(events).map(([line, event]) => `    ${line} "${guard} notify ${name} ${event}" root`),
    '}',
  ].join('\n');
}

/** Different for neighbouring addresses, so that several instances fit on a device. 1 … 255. */
function routerId(address: string): number {
  const [third = 0, fourth = 0] = address.split('.').slice(2).map(Number);
  return ((third * 256 + fourth - 1) % 255) + 1;
}
