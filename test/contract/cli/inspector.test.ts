import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { toolTable } from '../../../src/tools/toolTable';
import { useCli } from '../../support/cliStage';

/**
 * The official inspector is 110 MB, so it is no dependency: NCLOUD_IP_TEST_INSPECTOR names its `mcp-inspector`, as
 * `npm install @modelcontextprotocol/inspector` puts it into some folder's `node_modules/.bin`.
 */
const inspector = process.env.NCLOUD_IP_TEST_INSPECTOR;

describe.skipIf(!inspector)('ncloud-ip mcp as the inspector sees it', () => {
  const cli = useCli();
  /** Rejects when the inspector ends with another code than 0. */
  const inspect = (...args: string[]): Promise<{ readonly stdout: string; readonly stderr: string }> => {
    const { env } = cli.bench;
    const server = [process.execPath, path.join(cli.built, 'ncloud-ip.js'), 'mcp', '--region=KR'];
    const variables = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    const all = ['--cli', ...server, '--allow-apply=Environment', ...variables, ...args];
    return promisify(execFile)(inspector!, all, { env, timeout: 60_000 });
  };

  it('has schemas that it finds nothing to say about, neither an error nor a warning', async () => {
    const { stdout, stderr } = await inspect('--method', 'tools/list', '--strict');
    expect(stderr).toBe('');
    const { tools } = JSON.parse(stdout) as { readonly tools: readonly { readonly name: string }[] };
    expect(tools.map(({ name }) => name)).toEqual(Object.keys(toolTable));
  }, 90_000);

  it('answers its calls', async () => {
    const call = ['--method', 'tools/call', '--tool-name', 'findAddress', '--tool-arg', 'addresses=["10.0.10.20"]'];
    const { stdout } = await inspect(...call);
    expect(JSON.parse(stdout)).toMatchObject({ isError: false });
    expect(stdout).toContain('701237');
  }, 90_000);
});
