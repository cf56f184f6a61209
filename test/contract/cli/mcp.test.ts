import { once } from 'node:events';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { afterEach, describe, expect, it } from 'vitest';
import { aboutTools } from '../../../src/tools/aboutTools';
import { toolTable } from '../../../src/tools/toolTable';
import { useCli } from '../../support/cliStage';
import { openMcpBench, type McpBench } from '../../support/mcp';

const looking = Object.keys(toolTable).filter((name) => name !== 'applyPlan');

describe('ncloud-ip mcp', () => {
  const cli = useCli();
  let server: McpBench | undefined;
  afterEach(() => server?.close());
  const open = async (...args: string[]): Promise<McpBench> =>
    (server = await openMcpBench(cli.built, cli.bench, '--region', 'KR', ...args));

  it('lists the tools of the table, with their schemas and annotations, and no applyPlan', async () => {
    const { client } = await open();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(looking);
    for (const { name, annotations, description } of tools) {
      expect({ annotations, description }, name).toEqual(aboutTools[name as keyof typeof toolTable]);
    }
    expect(client.getInstructions()).toContain('This server applies nothing');
    expect(client.getServerVersion()).toMatchObject({ name: 'ncloud-ip' });
  });

  it('lists applyPlan only where it was started with the profile that it is for', async () => {
    const { client } = await open('--allow-apply=Environment');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(Object.keys(toolTable));
    const applyPlan = tools.find(({ name }) => name === 'applyPlan');
    expect(applyPlan?.annotations).toEqual(aboutTools.applyPlan.annotations);
    expect(applyPlan?.description).toContain('ncloud-ip approve <planId>');
    const other = await cli.bench.run('mcp', '--region', 'KR', '--allow-apply', 'production');
    expect(other).toMatchObject({ code: 1, stdout: '' });
    expect(other.stderr).toBe('ncloud-ip: --allow-apply names production, but the keys are of Environment.\n');
    // No keys of that name: those of the variables do not stand in for them.
    const named = await cli.bench.run('mcp', '--region', 'KR', '--profile', 'production', '--allow-apply=production');
    expect(named).toMatchObject({ code: 1, stdout: '' });
    expect(named.stderr).toContain('No keys.');
  });

  it('has input schemas that are valid by the meta-schema of JSON Schema 2020-12, strict and of objects', async () => {
    const { client } = await open('--allow-apply=Environment');
    const { tools } = await client.listTools();
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    for (const { name, inputSchema } of tools) {
      expect(ajv.validateSchema(inputSchema), `${name}: ${ajv.errorsText()}`).toBe(true);
      expect(() => ajv.compile(inputSchema), name).not.toThrow();
      expect(inputSchema, name).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        additionalProperties: false,
      });
      expect(name).toMatch(/^[a-zA-Z]{1,64}$/);
    }
    const planChange = ajv.compile(tools.find(({ name }) => name === 'planChange')!.inputSchema);
    const change = { kind: 'assign', interface: '701236', addresses: ['10.0.10.11'] };
    expect(planChange({ changes: [change] })).toBe(true);
    expect(planChange({ changes: [{ ...change, kind: 'seize' }] })).toBe(false);
  });

  it('answers each tool that looks, with the account, the region and the time', async () => {
    const { call } = await open();
    const about = { profile: 'Environment', region: 'KR', isComplete: true };
    const listed = await call('listNetwork');
    expect(listed).toMatchObject(about);
    expect(JSON.stringify(listed.rows)).toContain('«web-01/eth0»');
    expect(await call('findAddress', { addresses: ['10.0.10.20'] })).toMatchObject({
      ...about,
      rows: expect.arrayContaining([expect.arrayContaining(['10.0.10.20', 'secondary', '701237'])]) as unknown[],
    });
    expect(await call('getInterface', { interface: 'web-02/eth0' })).toMatchObject(about);
    expect(await call('listFindings')).toMatchObject(about);
    expect(await call('unusedAddresses', { subnet: '3104' })).toMatchObject({ ...about, subnet: '3104' });
    expect(await call('getHistory')).toMatchObject({ ...about, rows: [] });
    expect((await cli.sandbox.requests()).every(({ applied }) => !applied)).toBe(true);
  });

  it('plans, and says what stands in the way, without a change', async () => {
    const { call } = await open();
    const plan = (...changes: object[]): Promise<Record<string, unknown>> => call('planChange', { changes });
    expect(await plan({ kind: 'assign', interface: 'web-01/eth0', addresses: ['10.0.10.11'] })).toMatchObject({
      planId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      digest: expect.stringMatching(/^[\da-f]{64}$/) as string,
      calls: 1,
    });
    expect(await plan({ kind: 'assign', interface: 'web-01/eth0', addresses: ['10.0.10.20'] })).toMatchObject({
      planId: null,
      problems: [{ kind: 'heldByOther' }],
    });
    expect(await call('planUndo')).toMatchObject({ error: 'nothingToUndo' });
    expect(await cli.sandbox.writes()).toEqual([]);
  });

  it('knows no applyPlan where it was not allowed, whoever calls it', async () => {
    const { call, client } = await open();
    const { planId, digest } = await call('planChange', {
      changes: [{ kind: 'assign', interface: '701236', addresses: ['10.0.10.11'] }],
    });
    const refused = client.callTool({ name: 'applyPlan', arguments: { planId, digest } });
    await expect(refused).rejects.toThrow(/applyPlan/);
    expect(await cli.sandbox.writes()).toEqual([]);
  });

  it('refuses an input by its place, and with the repair that helps here', async () => {
    const { call } = await open();
    expect(await call('planChange', { changes: [], everything: true })).toMatchObject({
      error: 'badInput',
      at: expect.arrayContaining(['changes']) as string[],
    });
    cli.bench.env.NCLOUD_SECRET_KEY = 'wrongSecretKey0000000000000000000000000';
    await server?.close();
    const { call: callWithout } = await open();
    expect(await callWithout('listNetwork')).toMatchObject({
      error: 'keys',
      repair: expect.stringContaining('start the server again') as string,
    });
  });

  it('tells no secret: not in an answer, not on standard error, not in the log', async () => {
    const { call, stderr, client } = await open('--verbose', '--log', 'mcp.log', '--allow-apply=Environment');
    const told = [JSON.stringify(await client.listTools()), client.getInstructions()];
    for (const [name, input] of [
      ['listNetwork', { text: cli.sandbox.secretKey }],
      ['getHistory', {}],
      ['listFindings', {}],
      ['planChange', { changes: [{ kind: 'assign', interface: '701236', addresses: ['10.0.10.11'] }] }],
      ['applyPlan', { planId: cli.sandbox.secretKey, digest: 'f'.repeat(64) }],
    ] as const) {
      told.push(JSON.stringify(await call(name, input)));
    }
    await cli.sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'badGateway', times: 10 }]);
    told.push(
      JSON.stringify(
        await call('planChange', { changes: [{ kind: 'unassign', interface: '701237', addresses: ['10.0.10.20'] }] }),
      ),
    );
    await server?.close();
    const log = fs.readFileSync(path.join(cli.bench.folder, 'mcp.log'), 'utf8');
    expect(log).toContain('tool planChange');
    const secret = fs.readFileSync(path.join(cli.bench.folder, 'state', 'ncloud-ip', 'approvals', 'secret'), 'utf8');
    for (const text of [...told, stderr(), log]) {
      expect(text).not.toContain(cli.sandbox.accessKey);
      expect(text).not.toContain(cli.sandbox.secretKey);
      expect(text).not.toContain(secret);
    }
  }, 60_000);

  it('writes nothing but messages of the protocol to standard output, and ends with its input', async () => {
    const { env, folder } = cli.bench;
    const program = [path.join(cli.built, 'ncloud-ip.js'), 'mcp', '--region', 'KR', '--verbose'];
    const child = spawn(process.execPath, program, { env, cwd: folder, stdio: 'pipe' });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
    const send = (message: object): void =>
      void child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    const clientInfo = { name: 'raw', version: '1' };
    send({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
    send({ method: 'notifications/initialized' });
    child.stdin.write('this is not JSON\n');
    send({ id: 2, method: 'tools/call', params: { name: 'listNetwork', arguments: {} } });
    await expect.poll(() => said, { timeout: 15_000 }).toContain('"id":2');
    child.stdin.end();
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
    for (const line of said.trimEnd().split('\n')) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
  });

  it('says which regions there are when none was named', async () => {
    const { code, stderr, stdout } = await cli.bench.run('mcp');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('ncloud-ip: Name a region with --region. Choose one of: KR, JPN.\n');
  });
});
