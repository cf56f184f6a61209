// The script of the GitHub Action (action.yml). It runs the command line tool and talks to GitHub: a plan is a comment on the
// pull request that is updated in place; a merge applies the plan of that comment, and no other; drift fails the run.
// Runs on the Node of the runner, without any packages.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { block, planComment, planMark, plansText, readPlanComment, resultMark } from './comment.mjs';
import { createGithub } from './github.mjs';

const { env } = process;
const need = (name) => {
  if (!env[name]) throw new Error(`${name} is not set.`);
  return env[name];
};
const files = (env.INPUT_FILES ?? '')
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean);
const commenter = env.INPUT_COMMENTER || 'github-actions[bot]';
const github = () =>
  createGithub({
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    repository: need('GITHUB_REPOSITORY'),
    token: need('INPUT_TOKEN'),
  });
const event = () => JSON.parse(readFileSync(need('GITHUB_EVENT_PATH'), 'utf8'));
const output = (name, value) => env.GITHUB_OUTPUT && appendFileSync(env.GITHUB_OUTPUT, `${name}=${value}\n`);
const summary = (text) => env.GITHUB_STEP_SUMMARY && appendFileSync(env.GITHUB_STEP_SUMMARY, `${text}\n`);

/** GitHub takes 1 MiB for the summary of a step. */
const mostSummaryBytes = 1_000_000;

/** Runs the tool without GitHub's token; what it writes is shown as well, and nothing in it is a command to the runner. */
function run(...args) {
  const rest = { ...env };
  delete rest.INPUT_TOKEN;
  const quiet = randomUUID();
  console.log(`::stop-commands::${quiet}`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [need('NCLOUD_IP_PROGRAM'), ...args], {
      env: rest,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        said[name] += text;
        process[name].write(text);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      console.log(`\n::${quiet}::`);
      resolve({ code, ...said });
    });
  });
}

const language = ['--lang', env.INPUT_LANGUAGE || 'en'];
// A name may begin with a dash.
const paths = ['--', ...files];

async function plan() {
  const { pull_request: pull } = event();
  const { code, stdout, stderr } = await run('plan', '--json', ...language, ...paths);
  const made = code === 0 || code === 2 ? JSON.parse(stdout) : undefined;
  const runUrl = `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`;
  const sha = pull?.head.sha ?? need('GITHUB_SHA');
  const { text, isWhole } = planComment({ output: made, errors: stderr, sha, runUrl });
  // What can be read on GitHub alone comes first: the comment may be refused.
  const comment = async () => pull && (await github().putComment(pull.number, planMark, commenter, text));
  if (!made) {
    summary(text);
    await comment();
    return 1;
  }
  const whole = `### NAVER Cloud IP: plan\n\n${plansText(made)}\n\ndigest \`${made.digest}\``;
  const file = path.join(env.RUNNER_TEMP || tmpdir(), 'ncloud-ip-plan.md');
  writeFileSync(file, `${whole}\n`);
  summary(
    Buffer.byteLength(whole) < mostSummaryBytes ? whole : `The plan is in ${file} (output plan-file), and in the log.`,
  );
  output('plan-file', file);
  output('changes', made.hasChanges);
  await comment();
  if (pull && !isWhole)
    throw new Error('The plan is too long for a comment: merging would apply nothing. The comment says what to do.');
  output('digest', made.digest);
  return 0;
}

async function apply() {
  const hub = github();
  const pull = await hub.mergedPull(need('GITHUB_SHA'));
  if (!pull) throw new Error('No merged pull request brought this commit, so no plan was approved for it.');
  const comment = await hub.findComment(pull.number, planMark, commenter);
  const approved = comment && readPlanComment(comment.body);
  if (!approved) {
    throw new Error(
      comment
        ? `The plan of pull request #${pull.number} was not shown whole, or could not be made.`
        : `Pull request #${pull.number} has no plan by ${commenter}.`,
    );
  }
  if (approved.sha !== pull.head.sha) {
    throw new Error(`The plan of pull request #${pull.number} is of commit ${approved.sha}, not of ${pull.head.sha}.`);
  }
  output('digest', approved.digest);
  const { code, stdout, stderr } = await run('apply', '--yes', '--plan-digest', approved.digest, ...language, ...paths);
  const text = `### NAVER Cloud IP: ${code === 0 ? 'applied' : 'not applied, or not all of it'}\n\n${block(stdout + stderr)}\n`;
  summary(text);
  await hub.putComment(pull.number, resultMark, commenter, text);
  return code;
}

async function drift() {
  const { code, stdout, stderr } = await run('drift', ...language, ...paths);
  output('changes', code === 2);
  const title = code === 0 ? 'no drift' : code === 2 ? 'drift' : 'drift could not be read';
  summary(`### NAVER Cloud IP: ${title}\n\n${block(stdout + stderr)}\n`);
  return code;
}

const commands = new Map(Object.entries({ plan, apply, drift }));
try {
  const command = commands.get(need('INPUT_COMMAND'));
  if (!command) throw new Error(`command is one of ${[...commands.keys()].join(', ')}.`);
  if (files.length === 0) throw new Error('files names no file.');
  process.exitCode = await command();
} catch (error) {
  // A workflow command ends with its line.
  console.log(`::error::${String(error instanceof Error ? error.message : error).replaceAll(/[\r\n%]/g, ' ')}`);
  process.exitCode = 1;
}
