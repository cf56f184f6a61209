import assert from 'node:assert/strict';
import { env } from 'vscode';
import type { Diagnosis } from '../../src/doctor/diagnosis';
import type { CommandId } from '../../src/contributions';
import type { Finding } from '../../src/model/findings';
import type { Hit } from '../../src/search/hit';
import type { AddressPlace } from '../../src/search/placesOf';
import { runByCode } from './support/runByCode';
import { shownDocument } from './support/shownDocument';
import { useStage } from './support/useStage';

type Answers = Readonly<Record<string, unknown>>;
interface Search {
  readonly hits: readonly Hit[];
  readonly places: readonly AddressPlace[];
}

suite('looking, copying and telling', () => {
  const stage = useStage('sandbox');
  const run = <T>(id: CommandId, answers: Answers = {}): Promise<T> => runByCode<T>(id, stage.profile, answers);
  const find = (text: string): Promise<Search> => run('ncloudIp.findAddress', { text });
  const placesOf = async (text: string): Promise<string[]> =>
    (await find(text)).places.map((place) =>
      place.kind === 'outside' ? 'outside' : `${place.kind} ${place.subnetNo}`,
    );

  test('finds an address in every VPC whose range it is in, and who holds it', async () => {
    const { hits, places } = await find('10.0.10.11');
    assert.deepEqual(
      hits.map((hit) => [hit.kind, hit.match, hit.kind === 'subnet' ? hit.subnetNo : hit.networkInterfaceNo]),
      [['address', 'exact', '701270']],
    );
    assert.deepEqual(places.map((place) => place.kind).sort(), ['held', 'unseen']);
    assert.deepEqual(JSON.parse(JSON.stringify({ hits, places })), { hits, places });
  });

  test('tells reserved, unseen and outside addresses apart', async () => {
    assert.deepEqual(await placesOf('10.0.60.3'), ['reserved 3110']);
    assert.deepEqual(await placesOf('10.0.50.77'), ['unseen 3109']);
    assert.deepEqual(await placesOf('192.168.7.7'), ['outside']);
  });

  test('finds what names, numbers and MACs begin', async () => {
    const kinds = async (text: string) => (await find(text)).hits.map((hit) => `${hit.kind} ${hit.field}`);
    assert.ok((await kinds('결제')).includes('interface server'));
    assert.ok((await kinds('701252')).includes('interface number'));
    assert.ok((await kinds('F2:20:AF:3C')).includes('interface mac'));
  });

  test('looks into every region that is shown', async () => {
    const { profile } = stage;
    assert.deepEqual(await placesOf('172.16.1.6'), ['outside']);
    const chosen = await run('ncloudIp.chooseRegions', { regions: [`${profile}/KR`, `Sandbox/JPN`] });
    assert.deepEqual(chosen, { regions: [`${profile}/KR`, `${profile}/JPN`] });
    await assert.rejects(run('ncloudIp.chooseRegions', { regions: ['nobody/KR'] }), /regions must be/);
    assert.deepEqual(await placesOf('172.16.1.6'), ['held 4101']);
    await run('ncloudIp.chooseRegions', { regions: [] });
    assert.deepEqual(await placesOf('172.16.1.6'), ['outside']);
  });

  test('switches the region that commands mean', async () => {
    const { profile } = stage;
    assert.deepEqual(await run('ncloudIp.switchRegion', { regionCode: 'JPN' }), { profile, regionCode: 'JPN' });
    await stage.sandbox.clearRequests();
    await run('ncloudIp.refresh');
    const read = await stage.sandbox.requests();
    assert.deepEqual([...new Set(read.flatMap(({ params }) => params.regionCode ?? []))], ['JPN']);
    await run('ncloudIp.switchRegion', { regionCode: 'KR' });
  });

  test('remembers how the network is shown', async () => {
    const look = { groupBy: 'server', filters: ['unattached'] };
    assert.deepEqual(await run('ncloudIp.filterAndGroup', look), look);
    assert.deepEqual(await run('ncloudIp.filterAndGroup', { groupBy: 'flat' }), { ...look, groupBy: 'flat' });
    await run('ncloudIp.filterAndGroup', { groupBy: 'subnet', filters: [] });
  });

  test('shows what an operator would want to look at', async () => {
    const findings = await run<Finding[]>('ncloudIp.showFindings');
    assert.deepEqual(
      findings.map((finding) => [
        finding.kind,
        finding.kind === 'crowded' ? finding.subnetNo : finding.networkInterfaceNo,
      ]),
      [
        ['orphan', '701252'],
        ['crowded', '3110'],
      ],
    );
  });

  test('shows details as a document, with ACGs by name', async () => {
    const text = await run<string>('ncloudIp.showDetails', { networkInterfaceNo: '701242' });
    for (const part of ['701242', '10.0.20.10', '10.0.20.100', 'db-acg']) assert.ok(text.includes(part), part);
    assert.equal(shownDocument()?.getText(), text);
    const json = await run<string>('ncloudIp.showDetails', { networkInterfaceNo: '701242', format: 'json' });
    const { ip, secondaryIpList } = JSON.parse(json) as { ip: string; secondaryIpList: string[] };
    assert.deepEqual([ip, secondaryIpList], ['10.0.20.10', ['10.0.20.100']]);
    assert.equal(shownDocument()?.languageId, 'json');
  });

  test('writes guest OS commands for what an interface holds, and for what a change did', async () => {
    const held = await run<string>('ncloudIp.guestOsCommands', { networkInterfaceNo: '701237' });
    assert.ok(held.includes('10.0.10.20/24') && held.includes('10.0.10.21/24'), held);
    assert.equal(shownDocument()?.getText(), held);
    const moved = await run<{ entry: string }>('ncloudIp.moveSecondaryIps', {
      ...{ networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'], to: '701236' },
    });
    const changed = await run<string>('ncloudIp.guestOsCommands', { entry: moved.entry });
    assert.ok(changed.includes('10.0.10.20/24') && !changed.includes('10.0.10.21/24 dev'), changed);
    for (const name of ['web-01', 'web-02']) assert.ok(changed.includes(name), name);
  });

  test('examines the connection, finds nothing wrong, and names the layer where something is', async () => {
    const good = await run<Diagnosis>('ncloudIp.doctor');
    assert.equal(good.failing, undefined);
    assert.ok(good.checks.some(({ id, status }) => id === 'permission:getSubnetList' && status === 'ok'));
    assert.deepEqual(structuredClone(good), good);
    await stage.sandbox.faults([{ action: 'getSubnetList', fault: 'permission', times: 10 }]);
    const bad = await run<Diagnosis>('ncloudIp.doctor');
    assert.equal(bad.failing?.id, 'permission:getSubnetList');
    assert.deepEqual(await stage.writes(), []);
  });

  test('copies an address, and an interface in every form', async () => {
    assert.deepEqual(await run('ncloudIp.copyAddress', { address: '10.0.10.20' }), ['10.0.10.20']);
    assert.equal(await env.clipboard.readText(), '10.0.10.20');
    const copy = async (format: string): Promise<string> => {
      const text = await run<string>('ncloudIp.copyAs', { networkInterfaceNo: '701237', format });
      assert.equal(await env.clipboard.readText(), text);
      return text;
    };
    const addresses = ['10.0.10.6', '10.0.10.20', '10.0.10.21'];
    assert.deepEqual((await copy('address')).split('\n'), addresses);
    assert.equal(await copy('number'), '701237');
    const rows = JSON.parse(await copy('json')) as { address: string }[];
    assert.deepEqual(
      rows.map(({ address }) => address),
      addresses,
    );
    for (const format of ['cli', 'curl']) assert.match(await copy(format), /getNetworkInterfaceList.*701237/);
    for (const format of ['markdown', 'csv']) assert.equal((await copy(format)).match(/10\.0\.10\.2[01]/g)?.length, 2);
  });

  test('has no console to open for a sandbox', async () => {
    assert.equal(await run('ncloudIp.openInConsole'), undefined);
  });
});
