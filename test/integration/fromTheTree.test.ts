import assert from 'node:assert/strict';
import { env } from 'vscode';
import type { Outcome } from '../../src/change/outcome';
import type { Subject } from '../../src/tree/node';
import { runCommand } from './support/runCommand';
import { setSetting } from './support/setSetting';
import { useStage } from './support/useStage';

/** Commands as a view calls them: with the clicked node and all selected ones. */
suite('called on nodes of the tree', () => {
  const stage = useStage('sandbox');
  const scope = {
    profile: { id: 'sandbox', name: 'Sandbox', site: 'sandbox', regionCode: 'KR' },
    regionCode: 'KR',
  } as const;
  const node = (subject: Subject) => ({
    id: Object.values(subject)
      .filter((it) => typeof it === 'string')
      .join('/'),
    subject,
  });
  const nic = (networkInterfaceNo: string) => node({ kind: 'interface', scope, networkInterfaceNo });
  const address = (networkInterfaceNo: string, text: string, role: 'primary' | 'secondary' = 'secondary') =>
    node({ kind: 'address', scope, networkInterfaceNo, address: text, role });
  suiteSetup(() => setSetting('confirm', 'never'));
  suiteTeardown(() => setSetting('confirm', undefined));

  test('unassigns everything selected in one change, and leaves primary addresses alone', async () => {
    const clicked = address('701237', '10.0.10.20');
    const selected = [clicked, address('701252', '10.0.10.30'), address('701252', '10.0.10.7', 'primary')];
    const { result, steps } = await runCommand<Outcome>('ncloudIp.unassignSecondaryIps', clicked, selected);
    assert.deepEqual([result, steps.length], ['applied', 2]);
    assert.deepEqual(await stage.secondaryIps('701237'), ['10.0.10.21']);
    assert.deepEqual(await stage.secondaryIps('701252'), ['10.0.10.31']);
  });

  test('means the clicked node alone when it is not among the selected ones', async () => {
    await runCommand('ncloudIp.unassignSecondaryIps', address('701237', '10.0.10.20'), [
      address('701252', '10.0.10.30'),
    ]);
    assert.deepEqual(await stage.secondaryIps('701252'), ['10.0.10.30', '10.0.10.31']);
    assert.deepEqual(await stage.secondaryIps('701237'), ['10.0.10.21']);
  });

  test('pastes what was cut onto another interface, once', async () => {
    const clicked = address('701237', '10.0.10.20');
    const selected = [clicked, address('701252', '10.0.10.30')];
    assert.deepEqual(await runCommand('ncloudIp.cutAddress', clicked, selected), ['10.0.10.20', '10.0.10.30']);
    assert.deepEqual(await stage.writes(), []);
    const { result } = await runCommand<Outcome>('ncloudIp.pasteAddress', nic('701236'));
    assert.equal(result, 'applied');
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.20', '10.0.10.30']);
    assert.deepEqual(await stage.secondaryIps('701237'), ['10.0.10.21']);
    assert.equal(await runCommand('ncloudIp.pasteAddress', nic('701252')), undefined);
  });

  test('refuses a selection and a drop over two regions: numbers mean something in their own place only', async () => {
    const elsewhere = { ...scope, regionCode: 'JPN' };
    const far = node({
      kind: 'address',
      scope: elsewhere,
      networkInterfaceNo: '701252',
      address: '10.0.10.30',
      role: 'secondary',
    });
    const near = address('701237', '10.0.10.20');
    await runCommand('ncloudIp.unassignSecondaryIps', near, [near, far]);
    await runCommand('ncloudIp.moveSecondaryIps', { dragged: [far.subject], target: nic('701236').subject });
    assert.deepEqual(await stage.secondaryIps('701237'), ['10.0.10.20', '10.0.10.21']);
    assert.deepEqual(await stage.secondaryIps('701252'), ['10.0.10.30', '10.0.10.31']);
  });

  test('moves what was dropped on an interface', async () => {
    const dragged = [address('701252', '10.0.10.30').subject, address('701252', '10.0.10.31').subject];
    const { result } = await runCommand<Outcome>('ncloudIp.moveSecondaryIps', {
      dragged,
      target: nic('701236').subject,
    });
    assert.equal(result, 'applied');
    assert.deepEqual(await stage.secondaryIps('701236'), ['10.0.10.30', '10.0.10.31']);
  });

  test('copies what each selected node stands for', async () => {
    const clicked = nic('701236');
    const subnet = node({ kind: 'subnet', scope, subnetNo: '3104' });
    await runCommand('ncloudIp.copyAddress', clicked, [clicked, address('701237', '10.0.10.20'), subnet]);
    assert.deepEqual((await env.clipboard.readText()).split('\n').sort(), ['10.0.10.0/24', '10.0.10.14', '10.0.10.20']);
  });

  test('tells a person of an error instead of throwing it', async () => {
    await runCommand('ncloudIp.cutAddress', address('701237', '10.0.10.20'));
    assert.equal(await runCommand('ncloudIp.pasteAddress', nic('701240')), undefined);
    assert.deepEqual(await stage.writes(), []);
  });
});
