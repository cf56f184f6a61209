import { describe, expect, it } from 'vitest';
import { countTokens, mostTokens } from '../../../src/tools/tokens';
import type { ToolName } from '../../../src/tools/toolTable';
import { buildEntry, buildPlan } from '../../support/buildEntry';
import { buildInterface, buildNetwork, buildServer, buildSubnet } from '../../support/buildNetwork';
import { openToolDesk } from '../../support/toolDesk';

const interfaces = Array.from({ length: 700 }, (_, at) =>
  buildInterface({
    networkInterfaceNo: String(800_000 + at),
    ip: `10.0.${10 + Math.floor(at / 250)}.${at % 250}`,
    networkInterfaceName: `이름이 긴 네트워크 인터페이스 ${at}`,
    secondaryIpList: [1, 2, 3, 4, 5].map((one) => `10.1.${Math.floor(at / 50)}.${(at % 50) * 5 + one}`),
  }),
);

describe('an answer', () => {
  it('has at most 4,000 tokens, and the rest follows page by page, each row once', async () => {
    const desk = openToolDesk(buildNetwork({ servers: [buildServer()], interfaces }));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { text, isError } = await desk.run('listNetwork', cursor === undefined ? {} : { cursor });
      expect(isError).toBe(false);
      expect(countTokens(text)).toBeLessThanOrEqual(mostTokens);
      const page = JSON.parse(text) as { rows: string[][]; next?: string; total: number };
      expect(page.total).toBe(700);
      seen.push(...page.rows.map(([no]) => no!));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(interfaces.map(({ networkInterfaceNo }) => networkInterfaceNo));
  });

  it('has at most 4,000 tokens from every tool, of a network of many and long names', async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({
      subnet: buildSubnet({
        subnetNo: String(5_000 + at),
        subnetName: `서브넷의 아주 긴 이름 ${at}`,
        subnet: '10.1.0.0/16',
      }),
    }));
    const subnets = [buildSubnet({ subnet: '10.0.0.0/16' }), ...many.map(({ subnet }) => subnet)];
    const desk = openToolDesk(buildNetwork({ subnets, servers: [buildServer()], interfaces }));
    const [change] = buildPlan().changes;
    const changes = Array.from({ length: 700 }, () => ({ ...change!, networkInterfaceName: '이름이 긴 인터페이스' }));
    desk.entries = Array.from({ length: 300 }, (_, at) =>
      buildEntry({ id: `entry-${at}`, plan: buildPlan({ changes }) }),
    );
    const twenty = Array.from({ length: 20 }, (_, at) => `10.1.0.${at + 1}`);
    const asked: Readonly<Record<string, object>> = {
      'listNetwork interfaces': {},
      'listNetwork subnets': { of: 'subnets' },
      findAddress: { addresses: twenty },
      getInterface: { interface: '800000' },
      listFindings: {},
      getHistory: {},
      unusedAddresses: { subnet: '3104' },
      planChange: { changes: twenty.map((address) => ({ kind: 'move', interface: '800001', addresses: [address] })) },
      planUndo: {},
    };
    const sizes = await Promise.all(
      Object.entries(asked).map(async ([name, input]) => {
        const { text, isError } = await desk.run(name.split(' ')[0] as ToolName, input);
        expect(isError, `${name}: ${text}`).toBe(false);
        return [name, countTokens(text)] as const;
      }),
    );
    for (const [name, tokens] of sizes) expect(tokens, name).toBeLessThanOrEqual(mostTokens);
    // Most of them are cut, or this tests nothing.
    expect(sizes.filter(([, tokens]) => tokens > mostTokens - 1_000).length).toBeGreaterThanOrEqual(6);
  });

  it('goes on where addresses lie in more subnets than fit into it', async () => {
    const subnets = Array.from({ length: 60 }, (_, at) =>
      buildSubnet({ subnetNo: String(5_000 + at), subnetName: `subnet-with-a-long-name-${at}`, subnet: '10.1.0.0/16' }),
    );
    const desk = openToolDesk(buildNetwork({ subnets, interfaces: [] }));
    const addresses = Array.from({ length: 20 }, (_, at) => `10.1.0.${at + 10}`);
    let rows = 0;
    let next: unknown;
    do {
      const page = await desk.ask('findAddress', { addresses, ...(next !== undefined && { cursor: next }) });
      rows += (page.rows as unknown[]).length;
      next = page.next;
    } while (next !== undefined);
    expect(rows).toBe(20 * 60);
  });

  it('does not go on with another reading than it began with', async () => {
    const desk = openToolDesk(buildNetwork({ interfaces }));
    const { next } = await desk.ask('listNetwork');
    desk.now += 120_000;
    expect(await desk.ask('listNetwork', { cursor: next })).toMatchObject({ error: 'staleCursor' });
    expect(await desk.ask('listNetwork', { cursor: '-1.x' })).toMatchObject({ error: 'staleCursor' });
  });
});
