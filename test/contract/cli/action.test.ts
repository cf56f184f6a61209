import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planComment, readPlanComment } from '../../../action/comment.mjs';
import { root } from '../../host/paths.mjs';
import { twoAddresses, type CliResult } from '../../support/cli';
import { cliFile, useCli } from '../../support/cliStage';
import { startFakeGithub, type FakeGithub } from '../../support/fakeGithub';

const headSha = 'a'.repeat(40);
const mergeSha = 'b'.repeat(40);

describe("the script of the GitHub Action, against the sandbox and a fake of GitHub's comments", () => {
  let github: FakeGithub;
  const cli = useCli();
  beforeEach(async () => {
    github = await startFakeGithub(headSha, mergeSha);
    cli.bench.write('event.json', JSON.stringify({ pull_request: { number: 7, head: { sha: headSha } } }));
  });
  afterEach(async () => {
    await github.close();
    await cli.sandbox.reset({ scenario: 'small' });
  });

  /** As the runner starts it: everything in variables. */
  async function run(
    command: string,
    more: Record<string, string> = {},
  ): Promise<CliResult & { outputs: string; summary: string }> {
    const place = (name: string): string => path.join(cli.bench.folder, name);
    const env = {
      ...cli.bench.env,
      INPUT_COMMAND: command,
      INPUT_FILES: cliFile,
      INPUT_TOKEN: github.token,
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_RUN_ID: '42',
      RUNNER_TEMP: cli.bench.folder,
      GITHUB_SHA: mergeSha,
      GITHUB_EVENT_PATH: place('event.json'),
      GITHUB_OUTPUT: place('output'),
      GITHUB_STEP_SUMMARY: place('summary'),
      NCLOUD_IP_PROGRAM: path.join(cli.built, 'ncloud-ip.js'),
      ...more,
    };
    for (const name of ['output', 'summary']) fs.writeFileSync(place(name), '');
    const child = spawn(process.execPath, [path.join(root, 'action', 'main.mjs')], { cwd: cli.bench.folder, env });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    for (const text of Object.values(said)) {
      for (const secret of [github.token, cli.sandbox.secretKey]) expect(text).not.toContain(secret);
    }
    return {
      code,
      ...said,
      outputs: fs.readFileSync(place('output'), 'utf8'),
      summary: fs.readFileSync(place('summary'), 'utf8'),
    };
  }

  it('plan comments on the pull request, and updates that comment in place', async () => {
    const first = await run('plan');
    expect(first.code, first.stdout).toBe(0);
    expect(first.outputs).toMatch(/^plan-file=.*ncloud-ip-plan\.md\nchanges=true\ndigest=[0-9a-f]{64}\n$/);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('+ 10.0.10.11');
    cli.bench.write(cliFile, twoAddresses.replace('.12', '.13'));
    await run('plan');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('+ 10.0.10.13');
    expect(github.requests.filter((one) => !one.startsWith('GET'))).toEqual([
      'POST /repos/o/r/issues/7/comments',
      'PATCH /repos/o/r/issues/comments/1',
    ]);
  });

  it('plan of a file with a mistake comments on it, and fails', async () => {
    cli.bench.write(cliFile, 'version: 1\nregion: KR\ninterfaces:\n  web-99: [10.0.10.11]\n');
    const { code } = await run('plan');
    expect(code).toBe(1);
    expect(github.comments[0]?.body).toContain(`${cliFile}:4:3: There is no network interface web-99 in this region.`);
  });

  it('a merge applies the plan of the comment, and tells the result beside it', async () => {
    await run('plan');
    const { code, stdout } = await run('apply');
    expect(code, stdout).toBe(0);
    expect(github.comments.map(({ body }) => body.split('\n')[1])).toEqual([
      '### NAVER Cloud IP: plan',
      '### NAVER Cloud IP: applied',
    ]);
    expect(github.comments[1]?.body).toContain('web-01/eth0 now has 10.0.10.11, 10.0.10.12.');
  });

  it('a merge applies nothing when the network makes it another plan', async () => {
    await run('plan');
    await cli.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.11' } });
    const { code } = await run('apply');
    expect(code).toBe(1);
    expect(github.comments[1]?.body).toContain('another plan');
    expect((await cli.sandbox.requests()).some(({ action }) => action === 'assignSecondaryIps')).toBe(false);
  });

  it('a merge applies nothing without a plan of its last commit, by the bot itself', async () => {
    expect((await run('apply')).stdout).toContain('::error::Pull request #7 has no plan by github-actions[bot].');
    await run('plan');
    const [plan] = github.comments;
    github.comments.splice(0, 1, { ...plan!, user: { login: 'somebody' } });
    expect((await run('apply')).stdout).toContain('has no plan by github-actions[bot]');
    github.comments.splice(0, 1, { ...plan!, body: plan!.body.replaceAll(headSha, 'c'.repeat(40)) });
    expect((await run('apply')).stdout).toContain(`is of commit ${'c'.repeat(40)}, not of ${headSha}`);
    expect((await run('apply', { GITHUB_SHA: 'd'.repeat(40) })).stdout).toContain('No merged pull request');
    expect((await cli.sandbox.requests()).some(({ action }) => action === 'assignSecondaryIps')).toBe(false);
  }, 30_000);

  it('a plan that is too long for a comment is shown whole elsewhere, fails the run, and is not applied by a merge', async () => {
    await run('plan');
    await cli.sandbox.reset({ scenario: 'large' });
    const { stdout } = await cli.bench.run('list', '--json', '--region', 'KR');
    const { interfaces } = JSON.parse(stdout) as {
      interfaces: { networkInterfaceNo: string; secondaryIps: string[]; status: string }[];
    };
    const holding = interfaces.filter(({ secondaryIps, status }) => secondaryIps.length > 0 && status === 'USED');
    const lists = holding
      .slice(0, 400)
      .map(({ networkInterfaceNo }) => `  ${networkInterfaceNo}: { secondaryIps: [], authoritative: true }\n`);
    cli.bench.write(cliFile, `version: 1\nregion: KR\nmaxRemovals: 9999\ninterfaces:\n${lists.join('')}`);
    const { code, stdout: said, outputs, summary } = await run('plan');
    expect(code, said.slice(-500)).toBe(1);
    expect(outputs).toMatch(/^plan-file=.*\nchanges=true\n$/);
    // The comment that approved the plan before is in no force any more.
    const [{ body } = { body: '' }] = github.comments;
    expect(github.comments).toHaveLength(1);
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain('too long for a comment');
    expect(body).toContain('https://github.example/o/r/actions/runs/42');
    expect(body).not.toContain('<sub>digest');
    expect(body.match(/^```/gm)!.length % 2).toBe(0);
    const whole = fs.readFileSync(path.join(cli.bench.folder, 'ncloud-ip-plan.md'), 'utf8');
    expect(summary).toContain(whole.trimEnd());
    expect(whole.match(/^#### /gm)!.length).toBeGreaterThan(300);
    // Where there is no comment to approve it by, nothing depends on its length.
    cli.bench.write('push.json', '{}');
    const pushed = await run('plan', { GITHUB_EVENT_PATH: path.join(cli.bench.folder, 'push.json') });
    expect(pushed.code, pushed.stdout.slice(-500)).toBe(0);
    expect(pushed.outputs).toMatch(/\ndigest=[0-9a-f]{64}\n$/);
    const merged = await run('apply');
    expect(merged.code).toBe(1);
    expect(merged.stdout).toContain('::error::The plan of pull request #7 was not shown whole');
    expect((await cli.sandbox.requests()).some(({ action }) => action === 'unassignSecondaryIps')).toBe(false);
  }, 60_000);

  it('what the tool says about a file approves nothing, whatever it looks like', () => {
    const forged = `<sub>digest \`${'d'.repeat(64)}\` · commit \`${headSha}\`</sub>`;
    const plans = [{ markdown: `# Plan\n\n${forged}\n` }];
    const surroundings = { sha: headSha, runUrl: 'https://github.example' };
    const failed = planComment({ ...surroundings, errors: `x\n${forged}\n` });
    expect(readPlanComment(failed.text)).toBeUndefined();
    const made = planComment({ ...surroundings, output: { digest: 'e'.repeat(64), plans } });
    expect(readPlanComment(made.text)).toEqual({ digest: 'e'.repeat(64), sha: headSha });
    // As GitHub may give it back.
    expect(readPlanComment(made.text.trimEnd())).toEqual({ digest: 'e'.repeat(64), sha: headSha });
  });

  it('finds its comment among hundreds', async () => {
    for (let id = 1; id <= 150; id++) github.comments.push({ id, user: { login: 'somebody' }, body: 'LGTM' });
    await run('plan');
    await run('plan');
    expect(github.comments).toHaveLength(151);
  });

  it('drift fails the run with what differs, and passes once it is applied', async () => {
    const found = await run('drift');
    expect(found.code).toBe(2);
    expect(found.outputs).toBe('changes=true\n');
    expect(found.summary).toContain('10.0.10.11 is missing on web-01/eth0.');
    await cli.bench.run('apply', cliFile, '--yes');
    expect(await run('drift')).toMatchObject({ code: 0, outputs: 'changes=false\n' });
  });

  it('is what action.yml starts: every input reaches it as a variable, none as a part of a command', () => {
    interface Action {
      readonly inputs: Readonly<Record<string, unknown>>;
      readonly runs: {
        readonly steps: readonly { readonly run: string; readonly env: Readonly<Record<string, string>> }[];
      };
    }
    const { inputs, runs } = parse(fs.readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action;
    const passed = runs.steps.flatMap(({ env }) => Object.values(env)).join('\n');
    for (const name of Object.keys(inputs)) expect(passed).toContain(`\${{ inputs.${name} }}`);
    for (const { run: script } of runs.steps) expect(script).not.toContain('${{');
    expect(runs.steps.at(-1)?.run).toContain('action/main.mjs');
  });
});
