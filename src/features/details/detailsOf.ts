import type { AccessControlGroup } from '../../model/accessControlGroup';
import type { JournalEntry } from '../../change/journalEntry';
import type { Network } from '../../model/network';
import type { History } from '../../session/journal/history';
import type { Scope } from '../../session/scope';
import type { Subject } from '../../tree/node';
import { plain } from '../../text/plain';
import { ageText } from '../../words/timeText';
import { interfaceDetails, serverDetails, subnetDetails } from './detailsDocument';
import { interfaceJson, regionJson, serverJson, subnetJson, vpcJson } from './detailsJson';
import { linksIn } from '../../words/documentLinks';
import { detailsTitle, documentPath, type DocumentForm, type ThingKind } from '../../words/documentPath';
import { entryLink } from '../../words/entryText';
import { interfaceTitle } from '../../words/interfaceTitle';
import { regionDetails, vpcDetails } from './placeDetails';
import { whereText } from '../../words/whereText';

/** What details are written from, beside the network. */
export interface DetailsParts {
  readonly form: DocumentForm;
  readonly groups: readonly AccessControlGroup[];
  /** When the network was read (epoch ms). */
  readonly readAt: number;
  /** Changes of the history that touched the interface, newest first. */
  readonly entries: readonly JournalEntry[];
}

/** Details of one thing, and where their document is found. */
export interface Details {
  readonly path: string;
  readonly text: string;
}

/** What is known of a thing of a region; undefined when it is not there. Those of an address are of its interface. */
export function detailsOf(
  subject: Subject,
  network: Network,
  { form, groups, entries, readAt }: DetailsParts,
): Details | undefined {
  const { scope } = subject;
  const link = linksIn(scope.profile.id, scope.regionCode);
  const isJson = form === 'json';
  const found = (kind: ThingKind, no: string | undefined, name: string, text: string): Details => ({
    path: documentPath(thing(scope, kind, no), detailsTitle(name), form),
    text: isJson ? text : placed(text, `${whereText(scope)} · ${ageText(readAt)}`),
  });
  switch (subject.kind) {
    case 'subnet': {
      const subnet = network.subnet(subject.subnetNo);
      const text = subnet && (isJson ? subnetJson(subnet, network) : subnetDetails(subnet, network, link));
      return subnet && found('subnet', subnet.subnetNo, subnet.subnetName, text ?? '');
    }
    case 'server': {
      const server = network.server(subject.serverInstanceNo);
      const text = server && (isJson ? serverJson(server, network) : serverDetails(server, network, link));
      return server && found('server', server.serverInstanceNo, server.serverName, text ?? '');
    }
    case 'vpc': {
      const vpc = network.vpc(subject.vpcNo);
      const text = vpc && (isJson ? vpcJson(vpc, network) : vpcDetails(vpc, network, link));
      return vpc && found('vpc', vpc.vpcNo, vpc.vpcName, text ?? '');
    }
    case 'region': {
      const where = whereText(scope);
      return found(
        'region',
        undefined,
        where,
        isJson ? regionJson(where, network) : regionDetails(where, network, link),
      );
    }
    case 'interface':
    case 'address': {
      const nic = network.interface(subject.networkInterfaceNo);
      if (!nic) return undefined;
      const text = isJson
        ? interfaceJson(nic, network, groups)
        : interfaceDetails(nic, network, groups, link, entries.map(entryLink));
      return found('interface', nic.networkInterfaceNo, interfaceTitle(nic, network), text);
    }
    default:
      return undefined;
  }
}

/** Two accounts may have things of one name: whose it is stands below the heading. */
function placed(text: string, place: string): string {
  const [heading, ...rest] = text.split('\n');
  return [heading, '', plain(place), ...rest].join('\n');
}

function thing(scope: Scope, kind: ThingKind, no: string | undefined) {
  const { profile, regionCode } = scope;
  return no === undefined ? ([kind, profile.id, regionCode] as const) : ([kind, profile.id, regionCode, no] as const);
}

/** What the topic of a document stands for in the tree. */
export function subjectOf(kind: ThingKind, scope: Scope, no = ''): Subject {
  switch (kind) {
    case 'interface':
      return { kind, scope, networkInterfaceNo: no };
    case 'subnet':
      return { kind, scope, subnetNo: no };
    case 'server':
      return { kind, scope, serverInstanceNo: no };
    case 'vpc':
      return { kind, scope, vpcNo: no };
    case 'region':
      return { kind, scope };
  }
}

/** So many changes stand in the details of an interface: the History view has them all. */
const mostEntries = 10;

/** The newest changes that touched an interface. A history that cannot be read takes nothing from what else is known. */
export async function entriesOf(
  history: Pick<History, 'list'>,
  { scope, networkInterfaceNo }: { readonly scope: Scope; readonly networkInterfaceNo: string },
): Promise<readonly JournalEntry[]> {
  const all = await history.list().catch(() => []);
  return all
    .filter(({ profile, regionCode }) => profile.id === scope.profile.id && regionCode === scope.regionCode)
    .filter(({ plan }) => plan.changes.some((change) => change.networkInterfaceNo === networkInterfaceNo))
    .slice(0, mostEntries);
}
