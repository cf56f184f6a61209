import assert from 'node:assert/strict';
import type { CommandId } from '../../src/contributions';
import { runByCode } from './support/runByCode';
import { runCommand } from './support/runCommand';
import { useStage } from './support/useStage';

type Answers = Readonly<Record<string, unknown>>;

suite('what breaks a rule is refused by its name, and nothing is sent', () => {
  const stage = useStage('sandbox');
  const refuses = async (id: CommandId, answers: Answers, rule: RegExp): Promise<void> => {
    await assert.rejects(runByCode(id, stage.profile, answers), rule);
    assert.deepEqual(await stage.writes(), []);
  };
  const web = '701236';
  const assign = (answers: Answers, rule: RegExp): Promise<void> =>
    refuses('ncloudIp.assignSecondaryIps', { networkInterfaceNo: web, ...answers }, rule);

  const assignments: readonly (readonly [string, Answers, RegExp])[] = [
    ['a full interface', { networkInterfaceNo: '701243', count: 1 }, /is full: 5 of 5 secondary IPs/],
    [
      'more than there is room for',
      { networkInterfaceNo: '701237', secondaryIps: ['10.0.10.11', '10.0.10.12', '10.0.10.13', '10.0.10.15'] },
      /web-02.* has 2 of 5 secondary IPs: room for 3, not 4/,
    ],
    [
      'an address outside the subnet',
      { secondaryIps: ['10.0.20.50'] },
      /10\.0\.20\.50 is outside subnet 10\.0\.10\.0\/24\. Use 10\.0\.10\.6 to 10\.0\.10\.254/,
    ],
    ['a reserved address', { secondaryIps: ['10.0.10.5'] }, /10\.0\.10\.5 is reserved\. Use 10\.0\.10\.6 to/],
    ['the last address of a subnet', { secondaryIps: ['10.0.10.255'] }, /10\.0\.10\.255 is reserved/],
    ['the own primary address', { secondaryIps: ['10.0.10.14'] }, /10\.0\.10\.14 is already the primary IP of this/],
    [
      'a primary address of somebody, takeover or not',
      { secondaryIps: ['10.0.10.6'], allowReassign: true },
      /10\.0\.10\.6 is the primary IP of web-02.*cannot be taken over/,
    ],
    ['a takeover that was not allowed', { secondaryIps: ['10.0.10.20'] }, /10\.0\.10\.20 is held by web-02/],
    ['what is no address', { secondaryIps: ['10.0.10.300'] }, /10\.0\.10\.300 is not an IPv4 address/],
    ['an address named twice', { secondaryIps: ['10.0.10.11', '10.0.10.11'] }, /10\.0\.10\.11 is listed twice/],
    ['a count of six', { count: 6 }, /6 is not a number from 1 to 5/],
    ['an interface that does not exist', { networkInterfaceNo: '799999', count: 1 }, /No network interface 799999/],
    ['an interface that is being changed', { networkInterfaceNo: '701246', count: 1 }, /is being changed right now/],
    ['nothing at all', { secondaryIps: [] }, /Nothing to change/],
  ];
  for (const [name, answers, rule] of assignments) test(name, () => assign(answers, rule));

  test('a move to another subnet', () =>
    refuses(
      'ncloudIp.moveSecondaryIps',
      { networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'], to: '701240' },
      /different subnets/,
    ));

  test('a line of a list, by its number, and then no line is sent', () =>
    refuses(
      'ncloudIp.assignFromList',
      { text: '701236,10.0.10.11\nnobody,10.0.10.12\n701237,10.0.10.x' },
      /Line 2: .*nobody[^]*Line 3: 10\.0… is not an IPv4 address/,
    ));

  test('an answer of the wrong kind, by the name of the answer', async () => {
    await assign({ secondaryIps: '10.0.10.11' }, /secondaryIps must be an array of strings/);
    await assign({ count: '2' }, /count must be a whole number/);
    await assign({ count: 1, allowReassign: 'yes' }, /allowReassign must be true or false/);
  });

  test('a profile that is read-only, whatever is asked of it', async () => {
    const { profile } = stage;
    await runCommand('ncloudIp.setProtection', { profile, protection: 'readOnly' });
    try {
      await assign({ secondaryIps: ['10.0.10.11'] }, /read-only/);
      const held = { networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'] };
      await refuses('ncloudIp.unassignSecondaryIps', held, /read-only/);
      await refuses('ncloudIp.moveSecondaryIps', { ...held, to: web }, /read-only/);
      await refuses('ncloudIp.assignFromList', { text: '701236,10.0.10.11' }, /read-only/);
      await runCommand('ncloudIp.refresh', { profile, interactive: false });
    } finally {
      await runCommand('ncloudIp.setProtection', { profile, protection: 'none' });
    }
    await runCommand('ncloudIp.assignSecondaryIps', {
      ...{ profile, networkInterfaceNo: web, secondaryIps: ['10.0.10.11'] },
      confirm: false,
    });
    assert.equal((await stage.writes()).length, 1);
  });
});
