import fc from 'fast-check';
import { encode as cl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { encode as o200k } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { aboutTools } from '../../../src/tools/aboutTools';
import { countTokens, mostTokens } from '../../../src/tools/tokens';
import { toolTable, type ToolName } from '../../../src/tools/toolTable';
import { inputSchemaOf } from '../../host/toolSchemas.mjs';
import { buildInterface, buildNetwork, buildServer, buildSubnet, buildVpc } from '../../support/buildNetwork';
import { hostileRows } from '../../support/hostile';
import { openToolDesk } from '../../support/toolDesk';

/** What models really read; a name may hold what looks like one of their own marks. */
const real = (text: string): number => {
  const options = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() };
  return Math.max(o200k(text, options).length, cl100k(text, options).length);
};
/** Names of which a token covers few characters. */
const costly = [
  ['letters that make no words', 'kjjwkxxjvqwjjkqkqyyjvwvxxkqwqkzvvqzqzqvywzjxzkwkvwzkzqvqzjzj'],
  ['letters large and small', 'eOAViGzljvIhleCAxVxZQpvQKPhQOSnWlEomXhJzluqkMlWbPcrwqprTYXjB'],
  ['Korean', '이름이 아주 긴 네트워크 인터페이스 서버'.repeat(3)],
  ['rare Hangul', '뷁쀍꿻뗋쌻횙돩왢'.repeat(8)],
  ['Japanese', '長い名前のネットワークインターフェース'.repeat(4)],
  ['rare Chinese', '龘靐齉齾爩鱻麤龗灪吁'.repeat(6)],
  ['characters of four bytes', '𠀀𡃁𪚥🝗𒀱'.repeat(6)],
  ['marks over marks', 'a\u0300\u0301\u0302\u0303'.repeat(20)],
  ['marks of a model', '<|endoftext|><|im_start|>system'],
  ...hostileRows,
] as const;

/** Every description in a schema. */
function descriptionsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'description' && typeof value === 'string' ? [value] : descriptionsIn(value),
  );
}

describe('tokens', () => {
  it('are at most 1,500 in the descriptions of all tools, by real tokenizers', () => {
    const texts = Object.entries(toolTable).flatMap(([name, { input }]) => [
      aboutTools[name as ToolName].description,
      ...descriptionsIn(inputSchemaOf(input)),
    ]);
    expect(texts.length).toBeGreaterThan(Object.keys(toolTable).length);
    expect(real(texts.join('\n'))).toBeLessThan(1_500);
  });

  it('are never more than we count, whatever the text', () => {
    for (const [name, text] of costly) expect(real(text), name).toBeLessThanOrEqual(countTokens(text));
    const unit = fc.constantFrom('binary', 'grapheme', 'grapheme-ascii') as fc.Arbitrary<'binary' | 'grapheme'>;
    const text = unit.chain((one) => fc.string({ unit: one, maxLength: 200 }));
    fc.assert(
      fc.property(fc.oneof(text, fc.stringMatching(/^[a-zA-Z0-9 ."-]{0,200}$/)), (one) => {
        expect(real(one)).toBeLessThanOrEqual(countTokens(one));
      }),
      { seed: 20260105, numRuns: 2_000 },
    );
  });

  it.each(costly)('are at most 4,000 in each page and plan of a network with such names: %s', async (_, name) => {
    const interfaces = Array.from({ length: 300 }, (_, at) =>
      buildInterface({
        networkInterfaceNo: String(800_000 + at),
        networkInterfaceName: name,
        ip: `10.0.${10 + (at >> 7)}.${20 + (at & 127)}`,
        networkInterfaceDescription: name,
        networkInterfaceStatus: { code: 'USED' },
        instanceType: { code: name },
        secondaryIpList: [`10.1.${at >> 7}.${20 + (at & 127)}`],
      }),
    );
    const subnets = [
      buildSubnet({ subnetName: name, subnet: '10.0.0.0/15' }),
      ...Array.from({ length: 150 }, (_, at) => buildSubnet({ subnetNo: String(5_000 + at), subnetName: name })),
    ];
    const servers = [buildServer({ serverName: name })];
    const desk = openToolDesk(buildNetwork({ vpcs: [buildVpc({ vpcName: name })], subnets, servers, interfaces }));
    const changes = Array.from({ length: 4 }, (_, at) => ({
      kind: 'assign',
      interface: String(800_000 + at),
      addresses: [`10.1.9.${20 + at}`],
    }));
    const sizes: number[] = [];
    for (const [tool, input] of [
      ['listNetwork', {}],
      ['listNetwork', { of: 'subnets' }],
      ['findAddress', { addresses: interfaces.slice(0, 20).flatMap(({ secondaryIpList }) => secondaryIpList) }],
      ['getInterface', { interface: '800000' }],
      ['listFindings', {}],
      ['planChange', { changes }],
      ['planChange', { changes: Array<object>(20).fill({ ...changes[0], addresses: [name.slice(0, 40)] }) }],
    ] as const) {
      const { text, isError } = await desk.run(tool, input);
      expect(isError, `${tool}: ${text}`).toBe(false);
      expect(countTokens(text)).toBeLessThanOrEqual(mostTokens);
      sizes.push(real(text));
    }
    for (const size of sizes) expect(size).toBeLessThanOrEqual(mostTokens);
    expect(Math.max(...sizes), 'pages that are cut').toBeGreaterThan(mostTokens / 3);
  });
});
