import { instanceName, type Failover, type FailoverServer } from './failover';
import { agentFile, commonFiles, places, serverFiles, type ServerFile } from './serverFiles';

const end = 'END_OF_FILE';

/** Commands for root that write a file whole: whoever runs them again gets the same file. */
function write({ path, mode, text }: ServerFile): string[] {
  return [`cat > '${path}' <<'${end}'`, text, end, `chmod ${mode} '${path}'`];
}

/** The programs, the guard and its unit: the same on every server. */
export function commonInstall(): string {
  return [
    'apt-get install -y keepalived curl openssl || dnf install -y keepalived curl openssl || yum install -y keepalived curl openssl',
    `mkdir -p ${places.settings} ${places.parts}`,
    ...commonFiles().flatMap(write),
  ].join('\n');
}

/** A place for the keys that root alone can read. Keys that are there already stay. */
export function keysInstall(): string {
  return [
    `[ -e ${places.keys} ] || (umask 077 && printf '%s\\n' "ACCESS_KEY=''" "SECRET_KEY=''" > ${places.keys})`,
    `chmod 600 ${places.keys} && vi ${places.keys}`,
  ].join('\n');
}

/** What makes one server part of the failover, from its files to the services. */
export function serverInstall(failover: Failover, server: FailoverServer): string {
  const name = instanceName(failover);
  return [
    ...serverFiles(failover, server).flatMap(write),
    includeOnce,
    'systemctl daemon-reload',
    `systemctl enable keepalived ncloud-vip-guard@${name}`,
    `systemctl restart ncloud-vip-guard@${name} keepalived`,
    `ncloud-vip-guard check ${name}`,
  ].join('\n');
}

/** The resource agent, on each node. */
export function agentInstall(): string {
  return [`mkdir -p ${places.agent.slice(0, places.agent.lastIndexOf('/'))}`, ...write(agentFile())].join('\n');
}

/** The resources of a cluster, on one node: first the addresses are here for NAVER Cloud, then they are on the device. */
export function pacemakerResources(failover: Failover): string {
  const name = instanceName(failover);
  const { addresses, prefix } = failover;
  return [
    `pcs resource create ${name}-cloud ocf:ncloud:ncloud-vip name=${name} op monitor interval=10s --group ${name}`,
    ...addresses.map(
      (address, at) =>
        `pcs resource create ${name}-ip${at + 1} ocf:heartbeat:IPaddr2 ip=${address} cidr_netmask=${prefix} --group ${name}`,
    ),
  ].join('\n');
}

/** Takes the failover off a server; the guard itself goes with the last one. The keys stay: nothing else knows them. */
export function serverRemove(failover: Failover): string {
  const name = instanceName(failover);
  return [
    `rm -f ${places.parts}/${name}.conf`,
    'systemctl restart keepalived',
    `systemctl disable --now ncloud-vip-guard@${name}`,
    `rm -rf ${places.settings}/${name}.conf /run/ncloud-vip/${name}`,
    `ls ${places.settings}/*.conf > /dev/null 2>&1 || rm -f ${places.guard} '${places.unit}'`,
    'systemctl daemon-reload',
  ].join('\n');
}

/** An include by whatever path it was written stays the only one: keepalived refuses an instance that it reads twice. */
const includeOnce =
  `grep -Eqs '^[[:space:]]*include.*conf\\.d/\\*\\.conf' ${places.keepalived} || ` +
  `printf '\\n%s\\n' 'include ${places.parts}/*.conf' >> ${places.keepalived}`;
