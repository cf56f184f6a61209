import { codeBlock } from '../../text/code';
import { plain } from '../../text/plain';
import { instanceName, type Failover } from './failover';
import {
  agentInstall,
  commonInstall,
  keysInstall,
  pacemakerResources,
  serverInstall,
  serverRemove,
} from './installCommands';

/** The sentences of a failover document in the user's language. Names of servers in them have been made harmless. */
export interface FailoverWords {
  readonly title: (addresses: string) => string;
  readonly introduction: readonly string[];
  readonly before: string;
  readonly conditions: readonly string[];
  readonly everyServer: string;
  readonly keys: string;
  readonly keysText: string;
  readonly roleKeysText: string;
  readonly server: (name: string, place: number) => string;
  readonly test: string;
  readonly testSteps: (first: string, second: string) => readonly string[];
  readonly watch: string;
  readonly monitoring: string;
  readonly monitoringText: string;
  readonly pacemaker: string;
  readonly pacemakerText: string;
  readonly remove: string;
  readonly removeText: string;
}

/** Everything that makes addresses follow the living server, as Markdown: commands to copy, each for the server it names. */
export function failoverDocument(failover: Failover, words: FailoverWords): string {
  const { servers, addresses } = failover;
  const name = instanceName(failover);
  const [first = '', second = ''] = servers.map((server) => plain(server.name));
  const sh = (text: string): string => codeBlock('sh', text.split('\n'));
  const parts = [
    `# ${words.title(addresses.join(', '))}`,
    ...words.introduction,
    `## ${words.before}`,
    words.conditions.map((line) => `- ${line}`).join('\n'),
    `## 1. ${words.everyServer}`,
    sh(commonInstall()),
    `## 2. ${words.keys}`,
    words.keysText,
    sh(keysInstall()),
    words.roleKeysText,
    ...servers.flatMap((server, at) => [
      `## ${at + 3}. ${words.server(plain(server.name), at)}`,
      sh(serverInstall(failover, server)),
    ]),
    `## ${words.test}`,
    words.watch,
    sh(`watch -n 1 ncloud-vip-guard status ${name}`),
    words
      .testSteps(first, second)
      .map((line, at) => `${at + 1}. ${line}`)
      .join('\n'),
    `## ${words.monitoring}`,
    words.monitoringText,
    sh(`ncloud-vip-guard status\nncloud-vip-guard status --metrics\njournalctl -u ncloud-vip-guard@${name}`),
    `## ${words.pacemaker}`,
    words.pacemakerText,
    sh(agentInstall()),
    sh(pacemakerResources(failover)),
    `## ${words.remove}`,
    words.removeText,
    sh(serverRemove(failover)),
  ];
  return `${parts.join('\n\n')}\n`;
}
