import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guestCommands } from '../../../src/guest/guestCommands';
import { guestDocument } from '../../../src/guest/guestDocument';
import { guestInputOf } from '../../../src/guest/guestInputOf';
import type { Check } from '../../../src/doctor/check';
import { archiveDocument } from '../../../src/features/history/archiveDocument';
import { tableText } from '../../../src/features/find/severalRows';
import { createAddressIndex } from '../../../src/search/addressIndex';
import { addressTable } from '../../../src/search/addressTable';
import { interfaceDetails, serverDetails, subnetDetails } from '../../../src/features/details/detailsDocument';
import { interfaceJson, serverJson, subnetJson } from '../../../src/features/details/detailsJson';
import { doctorReport } from '../../../src/features/doctor/doctorReport';
import { entryDocument, entryLink } from '../../../src/words/entryText';
import { withoutLinks } from '../../../src/words/documentLinks';
import { failoverTestDocument } from '../../../src/guest/failover/failoverTestDocument';
import { beginWatch, withLook } from '../../../src/guest/failover/holderWatch';
import { failoverTestWords, testFacts } from '../../../src/features/guest/failoverTestText';
import { failoverDocument } from '../../../src/guest/failover/failoverDocument';
import { agentInstall, commonInstall } from '../../../src/guest/failover/installCommands';
import { failoverWords } from '../../../src/features/guest/failoverText';
import { guestWords } from '../../../src/features/guest/guestText';
import { createNamer } from '../../../src/words/namer';
import { regionDetails, vpcDetails } from '../../../src/features/details/placeDetails';
import { planDocument } from '../../../src/words/change/planDocument';
import { whereText } from '../../../src/words/whereText';
import { expectNothingActs, hostileRows } from '../../support/hostile';
import { hostileWorld, type HostileWorld } from '../../support/hostileWorld';

const gatewayUrl = 'https://ncloud.apigw.ntruss.com';
type Make = (world: HostileWorld, text: string) => string[];

const plan: Make = ({ plan, network, scope }) => [
  planDocument({ plan, name: createNamer(network), where: whereText(scope) }),
];
const history: Make = ({ entry }) => [entryDocument(entry)];
const elsewhere = 'copies.test.ts';

/** Every file that opens a document or fills the clipboard, and what it makes of a hostile account. */
const documents: Readonly<Record<string, Make | typeof elsewhere>> = {
  'src/features/change/confirmPlan.ts': plan,
  'src/features/change/askReview.ts': plan,
  'src/features/declared/planFile.ts': plan,
  'src/features/history/openHistoryEntry.ts': history,
  'src/features/details/showDetails.ts': ({ network }, text) => {
    const groups = [{ accessControlGroupNo: text, accessControlGroupName: text, vpcNo: text, isDefault: false }];
    return [
      ...network.interfaces.map((one) => interfaceDetails(one, network, groups as never)),
      ...network.subnets.map((one) => subnetDetails(one, network)),
      ...network.servers.map((one) => serverDetails(one, network)),
      ...network.vpcs.map((one) => vpcDetails(one, network)),
      regionDetails(text, network),
    ];
  },
  'src/features/guest/guestOsCommands.ts': ({ network }, text) => {
    const input = guestInputOf({ networkInterfaceNo: text, gains: [text, '10.0.10.11'], loses: [text] }, network);
    return [guestDocument([{ title: createNamer(network)(text), commands: guestCommands(input!) }], guestWords())];
  },
  'src/features/guest/setUpFailover.ts': (_, text) => {
    const server = { name: text, networkInterfaceNo: '701236', device: 'eth0', primary: '10.0.10.14' };
    const servers = [server, { ...server }];
    const failover = { gatewayUrl, regionCode: 'KR', prefix: 24, addresses: ['10.0.10.100'], preempts: false, servers };
    // Nothing from outside is in our scripts, and their patterns are full of brackets.
    const whole = failoverDocument(failover, failoverWords());
    return [[commonInstall(), agentInstall()].reduce((rest, script) => rest.replaceAll(script, ''), whole)];
  },
  'src/features/guest/runFailoverTest.ts': ({ network, scope, entry }, text) => {
    const interfaces = network.interfaces.map((one) => ({ ...one, subnetNo: text }));
    const name = createNamer(network);
    const look = { askedAt: 0, answeredAt: 100 };
    const begun = beginWatch(text, [text, '10.0.10.11'], true);
    const watch = withLook(withLook(begun, { ...look, interfaces }), look);
    const about = { scope, network, subnetNo: text, asked: [text, '2'], startedAt: 0, lastError: text };
    const facts = testFacts({ ...about, watch, name }, { end: 'stopped', at: 1_000 });
    const changes = [withoutLinks(entryLink(entry).markdown)];
    return [failoverTestDocument({ watch, facts, isRunning: false, changes }, failoverTestWords(name))];
  },
  'src/features/doctor/doctor.ts': (_, text) => {
    const certificate = { subject: text, issuer: text, validFrom: text, validTo: text };
    const facts = {
      apiMessage: text,
      apiCode: text,
      requestId: text,
      loginAlias: text,
      userType: text,
      regionCode: text,
      regionName: text,
      regionCodes: [text],
      code: text,
      protocol: text,
      chain: [certificate],
      actions: ['assignSecondaryIps'],
    };
    const symptoms = [
      'keyValid',
      'regionAnswers',
      'regionUnknown',
      'callFailed',
      'issuerUnknown',
      'notConnected',
    ] as const;
    const checks = symptoms.map((symptom): Check => ({
      id: 'key',
      layer: 'key',
      status: 'failed',
      symptom,
      facts,
      tookMs: 1,
    }));
    const about = { profileName: text, site: 'Public', machine: 'linux' };
    const found = { at: 0, gatewayUrl, stsUrl: gatewayUrl, regionCode: text, isProxyStrict: true, isCancelled: false };
    return [doctorReport({ ...found, checks, failing: checks[0]! }, about)];
  },
  'src/features/history/openArchive.ts': ({ entry }, text) => [
    archiveDocument(text, { entries: [entry], unreadable: 1 }),
  ],
  // The path of our own folder.
  'src/features/history/historyFiles.ts': elsewhere,
  'src/features/copy/copyAs.ts': elsewhere,
  'src/features/change/copyCalls.ts': elsewhere,
  // Addresses that were counted, not read.
  'src/features/unseen/showUnseen.ts': elsewhere,
  'src/features/map/mapActions.ts': elsewhere,
  // Lines of a plain text.
  'src/features/copy/copyError.ts': elsewhere,
  'src/features/find/severalRows.ts': ({ network }, text) => {
    const index = createAddressIndex([{ profile: { id: 'p1', name: text }, network }]);
    return [tableText({ format: 'markdown', rows: addressTable(index, ['10.0.10.14', '10.0.10.15']) })];
  },
  'src/features/copy/copyAddress.ts': elsewhere,
  // One of the documents above; with their links: documentPath.test.ts.
  'src/features/details/documentCommands.ts': elsewhere,
};

it('every document and every copy is tried with hostile names', () => {
  const makers = globSync('src/**/*.ts').filter((file) =>
    /documents\.open\(|clipboard\.writeText\(/.test(readFileSync(file, 'utf8')),
  );
  expect(makers.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(Object.keys(documents).sort());
});

describe.each(Object.entries(documents).flatMap(([file, make]) => (make === elsewhere ? [] : [[file, make] as const])))(
  'the document of %s',
  (_, make) => {
    it.each(hostileRows)('lets nothing act of %s', (_name, text) => {
      for (const document of make(hostileWorld(text), text)) expectNothingActs(document, [gatewayUrl]);
    });

    it('has the same headings, whatever names hold', () => {
      const headings = (text: string): number[] =>
        make(hostileWorld(text), text).map((document) => document.match(/^#+ /gm)?.length ?? 0);
      expect(hostileRows.map(([, text]) => headings(text))).toEqual(hostileRows.map(() => headings('web-01')));
    });
  },
);

it.each(hostileRows)('details as JSON give back %s as it is', (_, text) => {
  const { network } = hostileWorld(text);
  const [nic] = network.interfaces;
  expect(JSON.parse(interfaceJson(nic!, network, []))).toMatchObject({ networkInterfaceDescription: text });
  expect(JSON.parse(subnetJson(network.subnets[0]!, network))).toMatchObject({ subnetName: text });
  expect(JSON.parse(serverJson(network.servers[0]!, network))).toMatchObject({ serverName: text });
});
