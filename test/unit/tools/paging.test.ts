import { describe, expect, it } from 'vitest';
import { countTokens, mostTokens } from '../../../src/tools/tokens';
import { buildInterface, buildNetwork, buildServer } from '../../support/buildNetwork';
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

  it('does not go on with another reading than it began with', async () => {
    const desk = openToolDesk(buildNetwork({ interfaces }));
    const { next } = await desk.ask('listNetwork');
    desk.now += 120_000;
    expect(await desk.ask('listNetwork', { cursor: next })).toMatchObject({ error: 'staleCursor' });
    expect(await desk.ask('listNetwork', { cursor: '-1.x' })).toMatchObject({ error: 'staleCursor' });
  });
});
