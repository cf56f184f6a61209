import { l10n } from 'vscode';
import type { FailoverWords } from '../../guest/failover/failoverDocument';

/** The sentences around the commands of a failover document. */
export function failoverWords(): FailoverWords {
  return {
    title: (addresses) => l10n.t('Failover of {0}', addresses),
    introduction: [
      l10n.t(
        'keepalived decides which server is master. On each server ncloud-vip-guard makes NAVER Cloud follow: every few seconds it compares, and only a master whose interface lacks an address takes it over. What it cannot read it does not act on.',
      ),
      l10n.t(
        'None of these commands has been run. Read them, then run them as root. They can be run again without harm.',
      ),
    ],
    before: l10n.t('Before you begin'),
    conditions: [
      l10n.t(
        'The ACGs of the interfaces must allow VRRP (IP protocol 112) between the servers. Otherwise each of them becomes master.',
      ),
      l10n.t(
        'Each server must reach NAVER Cloud over HTTPS, and its clock should be synchronized. A clock that is off is reported and allowed for.',
      ),
      l10n.t(
        'Remove the examples in keepalived.conf that came with the package. Addresses of the failover must not be set up on a server in another way, such as netplan.',
      ),
      l10n.t('virtual_router_id must not be used by another VRRP instance in the subnet.'),
    ],
    everyServer: l10n.t('On every server: keepalived and the guard'),
    keys: l10n.t('On every server: the keys'),
    keysText: l10n.t(
      'Create a sub account for this alone. It needs View/getNetworkInterfaceDetail and Change/assignSecondaryIps of Server (VPC) and nothing else; NAVER Cloud does not document these action names, so if they are refused, use NCP_VPC_SERVER_MANAGER. Limit it to the addresses of the servers if you can. Enter its keys between the quotes; root alone can read the file. New keys count at once.',
    ),
    roleKeysText: l10n.t(
      'Servers with a server role can do without keys of their own: write {0} as the only line of that file, and the guard uses the temporary keys that each server gets from NAVER Cloud. The role needs the same permissions; the last command for each server shows whether its keys are accepted.',
      "`KEYS='role'`",
    ),
    server: (name, place) =>
      place === 0 ? l10n.t('On {0}, the preferred master', name) : l10n.t('On {0}, number {1}', name, place + 1),
    test: l10n.t('Test'),
    watch: l10n.t(
      'Run Failover Test on the address in VS Code: it keeps who held it when. Watch on every server, too:',
    ),
    testSteps: (first, second) => [
      l10n.t(
        'At first {0} says "master, and interface … holds …", all others say "standby, ready to take over".',
        first,
      ),
      l10n.t(
        'Stop it: run "systemctl stop keepalived" on {0}. Within 10 seconds {1} says "master, and interface … holds …".',
        first,
        second,
      ),
      l10n.t(
        'Start it again: run "systemctl start keepalived" on {0}. Exactly one server is master and holds the address.',
        first,
      ),
      l10n.t(
        'Kill it: run "pkill -9 keepalived" on the master. Within 10 seconds another server holds the address. Then run "systemctl restart keepalived" on the first.',
      ),
      l10n.t('Let a client use the address all the while, and note how long it goes without an answer.'),
    ],
    monitoring: l10n.t('Monitoring'),
    monitoringText: l10n.t(
      'The exit code of status is 0 (good), 1 (warning), 2 (critical) or 3 (unknown); with --metrics it writes text for Prometheus. The journal has a line for each change and each new problem.',
    ),
    pacemaker: l10n.t('With Pacemaker instead of keepalived'),
    pacemakerText: l10n.t(
      'Do the first two steps on every node and create the settings file of its server, without the parts for keepalived and systemd. Create the resource agent on every node, then the resources on one. The agent never moves an address because NAVER Cloud cannot be asked.',
    ),
    remove: l10n.t('Remove'),
    removeText: l10n.t(
      'Run this on the standby servers first, then on the master. In NAVER Cloud the address stays where it is; unassign it in the Network view. Delete the keys when nothing else uses them.',
    ),
  };
}
