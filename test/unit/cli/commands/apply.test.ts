import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runAttended, type AttendedRun } from '../../../support/cliTerminal';
import { startTestSandbox, type TestSandbox } from '../../../support/sandbox';

const input = 'version: 1\nregion: KR\ninterfaces:\n  web-01/eth0: [10.0.10.11]\n';
/** Interfaces in the subnet of web-01/eth0, which is 701236. */
const others = ['701237', '701252'];

describe('apply at a terminal, while somebody else changes the network', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  const writes = async (): Promise<string[]> => (await sandbox.writes()).map(({ action }) => action);
  const held = async (no: string): Promise<readonly string[]> =>
    (await sandbox.state()).regions
      .flatMap(({ interfaces }) => interfaces)
      .find(({ networkInterfaceNo }) => networkInterfaceNo === no)?.secondaryIpList ?? [];
  /** Somebody gives the address to an interface, whoever has it. */
  async function giveTo(no: string, address = '10.0.10.11'): Promise<void> {
    for (const other of others) {
      if ((await held(other)).includes(address))
        await sandbox.change({ unassign: { networkInterfaceNo: other, address } });
    }
    await sandbox.change({ assign: { networkInterfaceNo: no, address } });
  }

  it('plans anew and asks again, and sends only what was said yes to last', async () => {
    const answer = async (question: number): Promise<string> => {
      if (question === 1) await giveTo('701237');
      return 'yes';
    };
    const { code, questions, stdout, stderr } = await runAttended(sandbox, ['apply', '-'], { input, answer });
    expect(code, stdout + stderr).toBe(0);
    // Now it takes something away, and asks for the whole word.
    expect(questions).toEqual([expect.stringContaining('Apply?'), expect.stringContaining('takes addresses away')]);
    expect(await writes()).toEqual(['assignSecondaryIps']);
    expect(await held('701236')).toEqual(['10.0.10.11']);
    expect(await held('701237')).not.toContain('10.0.10.11');
  });

  it('plans anew without a question as well, when what is touched differs right before it is sent', async () => {
    await sandbox.change({ assign: { networkInterfaceNo: '701237', address: '10.0.10.11' } });
    // One reading, the one to plan on, still shows the address where it was.
    await sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'laggingList', since: 'order', times: 1 }]);
    await giveTo('701236', '10.0.10.12');
    await sandbox.change({ unassign: { networkInterfaceNo: '701237', address: '10.0.10.11' } });
    const { code, stdout } = await runAttended(sandbox, ['apply', '-', '--yes'], { input });
    expect(code, stdout).toBe(0);
    expect(stdout.match(/\d API calls?$/gm)).toHaveLength(2);
    expect(await writes()).toEqual(['assignSecondaryIps']);
    expect(await held('701236')).toEqual(['10.0.10.12', '10.0.10.11']);
  });

  it('gives up after three plans, with nothing sent and the reason', async () => {
    const answer = async (question: number): Promise<string> => {
      await giveTo(others[question % others.length]!);
      return 'yes';
    };
    const { code, questions, stderr } = await runAttended(sandbox, ['apply', '-'], { input, answer });
    expect(code).toBe(1);
    expect(questions).toHaveLength(3);
    expect(stderr).toBe(
      [
        ...Array<string>(3).fill('The network changed since this plan was made. Nothing was changed.'),
        'ncloud-ip: The network changed under 3 plans, one after the other. Find out who changes it, and try again.',
        '',
      ].join('\n'),
    );
    expect(await writes()).toEqual([]);
  });

  it('refuses the new plan where only one digest was approved', async () => {
    const { stdout } = await runAttended(sandbox, ['plan', '-', '--json'], { input });
    const { digest } = JSON.parse(stdout) as { digest: string };
    const answer = async (): Promise<string> => {
      await giveTo('701237');
      return 'yes';
    };
    const args = ['apply', '-', '--plan-digest', digest];
    const { code, questions, stderr } = await runAttended(sandbox, args, { input, answer });
    expect(code).toBe(1);
    expect(questions).toHaveLength(1);
    expect(stderr).toContain(`another plan than the one with digest ${digest}`);
    expect(stderr).toContain('Nothing was changed.');
    expect(await writes()).toEqual([]);
  });

  it('changes nothing when the answer is no', async () => {
    const { code, stderr } = await runAttended(sandbox, ['apply', '-'], { input, answer: () => Promise.resolve('no') });
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'Nothing was changed.\n' });
    expect(await writes()).toEqual([]);
  });
});

describe('maxRemovals', () => {
  // In Tokyo: of tokyo-web-01/eth0, and one that is attached to nothing.
  const [web, spare] = ['801001', '801002'];
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  const file = (limit: number): string =>
    [
      'version: 1',
      'region: KR',
      `maxRemovals: ${limit}`,
      'interfaces: { web-01/eth0: [10.0.10.20] }',
      '---',
      'version: 1',
      'region: JPN',
      `maxRemovals: ${limit}`,
      'interfaces: { tokyo-web-01/eth0: [172.16.1.20] }',
      '',
    ].join('\n');
  const takeInTokyo = async (): Promise<void> =>
    sandbox.change({ assign: { networkInterfaceNo: spare, address: '172.16.1.20' } });
  const writes = async (): Promise<number> => (await sandbox.writes()).length;

  it('counts over all regions of one apply, and says in the second one that the first one counts', async () => {
    await takeInTokyo();
    const { code, stderr } = await runAttended(sandbox, ['apply', '-', '--yes'], { input: file(1) });
    expect(code).toBe(1);
    expect(stderr).toBe(
      '<stdin>:9:35: One apply would release or take over 2 addresses, 1 of them before this or in another region; the file allows 1. Set maxRemovals to allow more.\n',
    );
    expect(await writes()).toBe(0);
    expect((await runAttended(sandbox, ['apply', '-', '--yes'], { input: file(2) })).code).toBe(0);
  });

  it('is the lowest one of all documents, whatever their regions', async () => {
    await takeInTokyo();
    const input = file(2).replace('maxRemovals: 2', 'maxRemovals: 1');
    expect((await runAttended(sandbox, ['plan', '-'], { input })).code).toBe(1);
  });

  it('counts over the plans that one apply makes anew', async () => {
    const input = file(1).replace('[172.16.1.20]', '[172.16.1.20, 172.16.1.21]');
    const apply = async (text: string): Promise<AttendedRun> => {
      await sandbox.reset();
      // The two readings to plan on show Tokyo as it was: nobody holds what is declared there.
      await sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'laggingList', since: 'order', times: 2 }]);
      await sandbox.change({ assign: { networkInterfaceNo: web, address: '172.16.1.20' } });
      await sandbox.change({ assign: { networkInterfaceNo: spare, address: '172.16.1.21' } });
      return runAttended(sandbox, ['apply', '-', '--yes'], { input: text });
    };
    const one = await apply(input);
    expect(one.code).toBe(1);
    // The first region is done by then: what it took counts.
    expect(one.stdout).toContain('web-01/eth0 now has 10.0.10.20.');
    expect(one.stderr).toContain('2 addresses, 1 of them before this');
    expect(await writes()).toBe(1);
    expect(await apply(input.replaceAll('maxRemovals: 1', 'maxRemovals: 2'))).toMatchObject({ code: 0 });
    expect(await writes()).toBe(2);
  });
});
