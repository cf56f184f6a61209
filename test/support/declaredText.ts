import type { TextDocument } from 'vscode';
import { declared } from '../../src/declared/openDeclared';
import { checkFile, type CheckSurroundings } from '../../src/features/declared/checkFile';
import type { CheckedFile } from '../../src/features/declared/checkedFile';
import type { Network } from '../../src/model/network';
import type { NetworkState } from '../../src/session/networkState';
import { buildInterface, buildNetwork, buildServer, buildSubnet } from './buildNetwork';
import { buildProfile } from './buildProfile';
import { textPlaces } from './textPlaces';

/** Two web servers and a database, in two subnets. */
export const declaredNetwork: Network = buildNetwork({
  subnets: [buildSubnet(), buildSubnet({ subnetNo: '3105', subnetName: 'db-private', subnet: '10.0.20.0/24' })],
  servers: [
    buildServer({ serverInstanceNo: '1', serverName: 'web-01' }),
    buildServer({ serverInstanceNo: '2', serverName: 'web-02' }),
  ],
  interfaces: [
    buildInterface({
      networkInterfaceNo: '701',
      instanceNo: '1',
      deviceName: 'eth0',
      isDefault: true,
      secondaryIpList: ['10.0.10.11', '10.0.10.12'],
    }),
    buildInterface({
      networkInterfaceNo: '702',
      instanceNo: '2',
      deviceName: 'eth0',
      isDefault: true,
      ip: '10.0.10.15',
      secondaryIpList: ['10.0.10.20', '10.0.10.21', '10.0.10.22'],
    }),
    buildInterface({ networkInterfaceNo: '703', networkInterfaceName: 'db-vip', subnetNo: '3105', ip: '10.0.20.14' }),
  ],
});

/** The profile looked at, and its region as read at a fixed time. */
export const declaredScope = { profile: buildProfile({ name: 'production' }), regionCode: 'KR' };
const readAt = Date.UTC(2026, 10, 27, 5, 2);

/** A document that says this, without an editor. */
export function declaredDocument(text: string): TextDocument {
  return {
    uri: { path: '/projects/web.ncloud-ip.yaml', toString: () => 'file' },
    languageId: 'ncloud-ip-yaml',
    getText: () => text,
    ...textPlaces(text),
  } as unknown as TextDocument;
}

/** A file as the editor has checked it. */
export function checkedText(text: string, network = declaredNetwork): CheckedFile {
  const { profile } = declaredScope;
  const last = { network, readAt, endedAt: readAt, regions: [], gaps: [], settlingSince: new Map<string, number>() };
  const state: NetworkState = { kind: 'loaded', last };
  const surroundings: CheckSurroundings = {
    profiles: { active: () => profile, all: () => [profile] },
    networks: { state: () => state },
    reservations: { reservedIn: () => new Map() },
    clock: { now: () => readAt },
  };
  return checkFile(text, surroundings, declared);
}
