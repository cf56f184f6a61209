import { instanceName, type Failover, type FailoverServer } from './failover';
import { keepalivedConf } from './keepalivedConf';
import guardText from './ncloud-vip-guard.sh';
import agentText from './ncloud-vip.sh';
import unitText from './ncloud-vip-guard@.service';

/** A file on a server, as root creates it. */
export interface ServerFile {
  readonly path: string;
  readonly mode: '600' | '644' | '755';
  readonly text: string;
}

/** Where everything is, on every server. */
export const places = {
  guard: '/usr/local/sbin/ncloud-vip-guard',
  unit: '/etc/systemd/system/ncloud-vip-guard@.service',
  settings: '/etc/ncloud-vip',
  keys: '/etc/ncloud-vip/keys',
  agent: '/usr/lib/ocf/resource.d/ncloud/ncloud-vip',
  keepalived: '/etc/keepalived/keepalived.conf',
  parts: '/etc/keepalived/conf.d',
} as const;

/** The files that are the same on every server and for every instance. */
export function commonFiles(): ServerFile[] {
  return [
    { path: places.guard, mode: '755', text: guardText.trimEnd() },
    { path: places.unit, mode: '644', text: unitText.trimEnd() },
  ];
}

/** The agent for clusters that Pacemaker runs; it uses the guard's functions and settings. */
export function agentFile(): ServerFile {
  return { path: places.agent, mode: '755', text: agentText.trimEnd() };
}

/** The files of one server: who it is to NAVER Cloud, and its VRRP instance. */
export function serverFiles(failover: Failover, server: FailoverServer): ServerFile[] {
  const name = instanceName(failover);
  const settings = [
    `GATEWAY='${failover.gatewayUrl.replace(/\/+$/, '')}'`,
    `REGION='${failover.regionCode}'`,
    `INTERFACE_NO='${server.networkInterfaceNo}'`,
    `DEVICE='${server.device}'`,
    `ADDRESSES='${failover.addresses.join(' ')}'`,
  ];
  return [
    { path: `${places.settings}/${name}.conf`, mode: '644', text: settings.join('\n') },
    { path: `${places.parts}/${name}.conf`, mode: '644', text: keepalivedConf(failover, server, places.guard) },
  ];
}
