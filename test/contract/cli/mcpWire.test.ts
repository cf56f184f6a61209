import { SUPPORTED_PROTOCOL_VERSIONS, specTypeSchemas } from '@modelcontextprotocol/client';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { toolTable } from '../../../src/tools/toolTable';
import { useCli } from '../../support/cliStage';
import { unportable } from '../../support/portableSchema';
import { openRawMcp, type RawMcp, type WireMessage } from '../../support/rawMcp';

type TypeName = keyof typeof specTypeSchemas;
/** By the protocol's own types, as the official library publishes them. */
function expectType(name: TypeName, value: unknown): void {
  const result = specTypeSchemas[name]['~standard'].validate(value) as { readonly issues?: unknown };
  expect(result.issues, `${name}: ${JSON.stringify(value)}`).toBeUndefined();
}
interface ListedTool {
  readonly name: string;
  readonly inputSchema: object;
  readonly outputSchema?: object;
}

describe('ncloud-ip mcp on the wire', () => {
  const cli = useCli();
  const open = (revision = '2025-06-18', ...args: string[]): Promise<RawMcp> =>
    openRawMcp(cli.built, cli.bench, revision, '--region', 'KR', ...args);
  const listed = (answer: WireMessage): readonly ListedTool[] =>
    (answer.result as { readonly tools: readonly ListedTool[] }).tools;
  const sent = async (): Promise<number> => (await cli.sandbox.writes()).length;

  it.each(SUPPORTED_PROTOCOL_VERSIONS)('says nothing that is not of the protocol, in revision %s', async (revision) => {
    const server = await open(revision, '--allow-apply=Environment');
    const [hello] = server.lines().map((line) => JSON.parse(line) as WireMessage);
    expectType('InitializeResult', hello?.result);
    const tools = await server.request('tools/list');
    expectType('ListToolsResult', tools.result);
    expect(listed(tools).map(({ name }) => name)).toEqual(Object.keys(toolTable));
    for (const [name, input] of [
      ...Object.keys(toolTable).map((name) => [name, {}] as const),
      ['findAddress', { addresses: ['10.0.10.20'] }],
      ['getInterface', { interface: 'web-01/eth0' }],
      ['unusedAddresses', { subnet: '3104' }],
      ['planChange', { changes: [{ kind: 'assign', interface: '701236', addresses: ['10.0.10.11'] }] }],
    ] as const) {
      const { result } = await server.request('tools/call', { name, arguments: input });
      expectType('CallToolResult', result);
      const { content } = result as { readonly content: readonly { readonly text: string }[] };
      expect(content).toHaveLength(1);
      expect(JSON.parse(content[0]!.text), name).toBeTypeOf('object');
    }
    for (const line of server.lines()) expectType('JSONRPCMessage', JSON.parse(line));
    expect(await server.end()).toBe(0);
  });

  it('has schemas that ajv compiles strictly and that hosts with less than JSON Schema understand', async () => {
    const server = await open('2025-06-18', '--allow-apply=Environment');
    const tools = listed(await server.request('tools/list'));
    const ajv = new Ajv2020({ strict: true, strictRequired: true });
    for (const { name, inputSchema, outputSchema } of tools) {
      expect(() => ajv.compile(inputSchema), name).not.toThrow();
      expect(unportable(inputSchema), name).toEqual([]);
      // An answer is text once: with a schema it would have to be sent a second time as data, and be read twice.
      expect(outputSchema, name).toBeUndefined();
    }
    await server.end();
    expect(
      unportable({ properties: { a: true, b: {}, c: { type: ['string', 'null'] }, d: { $ref: 'x.json' } } }),
    ).toEqual([
      '/properties/a: a bare true',
      '/properties/b: says nothing',
      '/properties/c: several types',
      '/properties/d: another document',
    ]);
  });

  it('takes whatever is written to it, changes nothing and goes on', async () => {
    const server = await open('2025-06-18', '--allow-apply=Environment', '--log', 'mcp.log');
    const call = { jsonrpc: '2.0', method: 'tools/call' };
    const plan = { kind: 'assign', interface: '701236', addresses: ['10.0.10.11'] };
    for (const line of [
      ...['', 'x', '{', 'null', '7', '[]', '"applyPlan"', '{"jsonrpc":"2.0"}', '{"jsonrpc":"1.0","id":1,"method":"x"}'],
      '{"jsonrpc":"2.0","id":{},"method":"tools/list"}',
      '{"jsonrpc":"2.0","id":null,"method":"tools/list"}',
      '{"jsonrpc":"2.0","id":2,"method":7}',
      '{"jsonrpc":"2.0","id":3,"method":"__proto__"}',
      '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":"applyPlan"}',
      '{"jsonrpc":"2.0","id":5,"result":{}}',
      '{"__proto__":{"id":6},"jsonrpc":"2.0","method":"tools/list"}',
      { ...call, id: 7, params: { name: '__proto__', arguments: {} } },
      { ...call, id: 8, params: { name: 'constructor', arguments: {} } },
      { ...call, id: 9, params: { name: 'assignSecondaryIps', arguments: plan } },
      ...['text', 7, [], null].map((input, at) => ({
        ...call,
        id: 20 + at,
        params: { name: 'listNetwork', arguments: input },
      })),
      [{ ...call, id: 30, params: { name: 'applyPlan', arguments: {} } }],
      { ...call, params: { name: 'applyPlan', arguments: {} } },
      { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 999 } },
      { jsonrpc: '2.0', method: 'notifications/cancelled', params: 7 },
      Buffer.from([0xff, 0xfe, 0x00, 0x80]),
      `{"jsonrpc":"2.0","id":40,"method":"tools/call","params":{"name":"listNetwork","arguments":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
      'y'.repeat(3_000_000),
    ])
      server.write(line);
    expect(await server.request('tools/call', { name: 'listNetwork', arguments: {} })).toMatchObject({
      result: { isError: false },
    });
    for (const line of server.lines()) expectType('JSONRPCMessage', JSON.parse(line));
    expect(await sent()).toBe(0);
    expect(server.stderr()).not.toMatch(/^\s+at /m);
    expect(await server.end()).toBe(0);
  });

  it('answers a wrong input by its place and what belongs there', async () => {
    const server = await open();
    let asked = 0;
    const ask = async (name: string, input: string): Promise<unknown> => {
      const id = `own-${++asked}`;
      server.write(
        `{"jsonrpc":"2.0","id":"${id}","method":"tools/call","params":{"name":"${name}","arguments":${input}}}`,
      );
      const find = () => server.lines().find((line) => line.includes(`"${id}"`));
      await expect.poll(find, { timeout: 15_000 }).toBeDefined();
      const { result } = JSON.parse(find()!) as { readonly result: { readonly content: [{ readonly text: string }] } };
      return JSON.parse(result.content[0].text);
    };
    const change = '"kind":"assign","interface":"701236"';
    for (const [name, input, at, expected] of [
      ['planChange', `{"changes":[{${change},"count":"2"}]}`, 'changes.0.count', 'number'],
      ['planChange', `{"changes":[{${change},"count":1e9}]}`, 'changes.0.count', '<=5'],
      ['planChange', `{"changes":[{${change},"count":1,"everything":true}]}`, 'changes.0.everything', 'never'],
      [
        'planChange',
        `{"changes":[{${change},"count":1,"__proto__":{"takeOver":true}}]}`,
        'changes.0.__proto__',
        'never',
      ],
      ['planChange', `{"changes":[{${change},"takeOver":"true"}]}`, 'changes.0.takeOver', 'boolean'],
      ['planChange', `{"changes":[${'0,'.repeat(100_000)}0]}`, 'changes', '<=1000'],
      ['findAddress', `{"addresses":[${'"10.0.10.20",'.repeat(900)}"x"]}`, 'addresses', '<=20'],
      ['listNetwork', '{"of":"everything"}', 'of', '("interfaces" | "subnets")'],
      ['listNetwork', '{"constructor":{}}', 'constructor', 'never'],
    ] as const)
      expect(await ask(name, input), `${name} ${input.slice(0, 100)}`).toMatchObject({
        error: 'badInput',
        at: [at],
        expected: [expected],
      });
    await server.end();
  });
});
