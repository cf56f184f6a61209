import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyPlan, curlLine, quoteWord } from '../../../src/copy/callLines';
import { copyFormats, formatIds } from '../../../src/copy/copyFormats';
import { copyRows } from '../../../src/copy/copyRow';
import { planChange } from '../../../src/plan/planChange';
import { buildInterface, buildNetwork } from '../../support/buildNetwork';

const gatewayUrl = 'https://ncloud.apigw.ntruss.com';
const network = buildNetwork({
  interfaces: [
    buildInterface({ secondaryIpList: ['10.0.10.52'] }),
    buildInterface({ networkInterfaceNo: '701240', ip: '10.0.10.15', secondaryIpList: ['10.0.10.11'] }),
  ],
});
const both = ['701236', '701240'].map((networkInterfaceNo) => ({ kind: 'interface' as const, networkInterfaceNo }));
const about = { regionCode: 'KR', gatewayUrl, profileName: 'production', scheme: 'vscode' };
const material = { rows: copyRows(both, network), ...about };

/** The words a shell makes of a command. */
function words(command: string): string[] {
  const { stdout, status } = spawnSync('bash', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.split('\0').slice(0, -1);
}

describe('copying', () => {
  it('lists addresses and interface numbers, one a line', () => {
    expect(copyFormats.address(material)).toBe('10.0.10.14\n10.0.10.52\n10.0.10.15\n10.0.10.11');
    expect(copyFormats.number(material)).toBe('701236\n701240');
  });

  it('writes the line of the command-line tool that lists the interfaces', () => {
    expect(copyFormats.cli(material)).toBe(
      'ncloud vserver getNetworkInterfaceList --regionCode KR --networkInterfaceNoList 701236 701240 --output json',
    );
  });

  it('writes a curl command whose three signature headers are left open', () => {
    expect(words(copyFormats.curl(material))).toEqual([
      'curl',
      '--request',
      'GET',
      `${gatewayUrl}/vserver/v2/getNetworkInterfaceList?regionCode=KR&networkInterfaceNoList.1=701236&networkInterfaceNoList.2=701240&responseFormatType=json`,
      '--header',
      'x-ncp-apigw-timestamp: {Timestamp}',
      '--header',
      'x-ncp-iam-access-key: {Access Key}',
      '--header',
      'x-ncp-apigw-signature-v2: {API Gateway Signature}',
    ]);
  });

  it('writes JSON that holds what is known and nothing empty', () => {
    expect(JSON.parse(copyFormats.json(material))[3]).toEqual({
      region: 'KR',
      vpc: 'prod-vpc',
      subnet: 'web-pub',
      range: '10.0.10.0/24',
      interface: '701240',
      name: 'nic-701240',
      status: 'NOTUSED',
      acg: '1581',
      role: 'secondary',
      address: '10.0.10.11',
    });
  });

  it.each(formatIds)('gives no %s for nothing', (id) => {
    expect(copyFormats[id]({ ...material, rows: [] })).toBe('');
  });

  it('splits a long list of numbers, so that no URL grows without bound', () => {
    const interfaces = Array.from({ length: 250 }, (_, at) =>
      buildInterface({ networkInterfaceNo: `${800_000 + at}` }),
    );
    const many = copyRows([{ kind: 'subnet', subnetNo: '3104' }], buildNetwork({ interfaces }));
    const lines = copyFormats.cli({ ...material, rows: many }).split('\n');
    expect(lines.map((line) => line.match(/\b8\d{5}\b/g)?.length)).toEqual([100, 100, 50]);
    const urls = copyFormats.curl({ ...material, rows: many }).match(/https:[^']*/g);
    expect(Math.max(...urls!.map((url) => url.length))).toBeLessThan(4000);
  });
});

describe('copying a plan', () => {
  const planned = planChange(
    {
      items: [
        {
          kind: 'assign',
          networkInterfaceNo: '701236',
          secondaryIps: ['10.0.10.12', '10.0.10.13'],
          count: 1,
        },
        { kind: 'unassign', networkInterfaceNo: '701236', secondaryIps: ['10.0.10.52'] },
      ],
    },
    network,
  );
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));

  it('writes each step as a line of the command-line tool, in the order of the plan', () => {
    expect(copyPlan(planned.plan, { kind: 'cli' }).split('\n')).toEqual([
      'ncloud vserver unassignSecondaryIps --regionCode KR --networkInterfaceNo 701236 --secondaryIpList 10.0.10.52 --output json',
      'ncloud vserver assignSecondaryIps --regionCode KR --networkInterfaceNo 701236 --secondaryIpList 10.0.10.12 10.0.10.13 --secondaryIpCount 1 --output json',
    ]);
  });

  it('writes each step as a curl command with the documented query', () => {
    const [, assign] = copyPlan(planned.plan, { kind: 'curl', gatewayUrl }).split('curl ').slice(1);
    expect(words(assign!)[2]).toBe(
      `${gatewayUrl}/vserver/v2/assignSecondaryIps?regionCode=KR&networkInterfaceNo=701236&secondaryIpList.1=10.0.10.12&secondaryIpList.2=10.0.10.13&secondaryIpCount=1&responseFormatType=json`,
    );
  });
});

describe('any text', () => {
  const text = fc.oneof(
    fc.constantFrom("it's", '$(reboot)', '`x`', 'a b', '-x', 'a=b', '~', '*', '', '웹'),
    fc.string({ maxLength: 10 }),
  );

  it('stays one word in a shell', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
        expect(words(texts.map(quoteWord).join(' '))).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });

  it('survives the query of a curl command', () => {
    fc.assert(
      fc.property(text, (value) => {
        const command = curlLine(
          { action: 'getNetworkInterfaceList', parameters: { networkInterfaceName: value } },
          gatewayUrl,
        );
        expect(new URL(words(command)[3]!).searchParams.get('networkInterfaceName')).toBe(value);
      }),
      { numRuns: 60 },
    );
  });
});
