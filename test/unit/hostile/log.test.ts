import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { env, window } from 'vscode';
import { assignFromList } from '../../../src/features/list/assignFromList';
import { assignSecondaryIps } from '../../../src/features/assign/assignSecondaryIps';
import { activeScope, type Command, type CommandContext } from '../../../src/features/commandContext';
import { runCommand } from '../../../src/features/runCommand';
import { commandIds, type CommandId } from '../../../src/contributions';
import { checkAssignments } from '../../../src/list/checkAssignments';
import { createLog } from '../../../src/ui/log';
import { createNamer } from '../../../src/words/namer';
import { problemText } from '../../../src/words/problemText';
import { call } from '../../support/call';
import { openCommandBench } from '../../support/commandBench';
import { expectPrintable, hostileRows } from '../../support/hostile';
import { startRawApi } from '../../support/rawApi';
import { recordLog } from '../../support/recordLog';
import { user } from '../../support/scriptedPrompter';

/** The log as the window gets it, and the messages of the window. */
let channel: ReturnType<typeof recordLog>;
let shown: string[];

beforeEach(() => {
  channel = recordLog();
  shown = [];
  Object.assign(window, { createOutputChannel: () => channel });
  vi.spyOn(window, 'showErrorMessage').mockImplementation((message: string) => {
    shown.push(message);
    return Promise.resolve(undefined);
  });
});
afterEach(() => vi.restoreAllMocks());

/** Runs a command as the window does, with what it throws caught, logged and shown. */
async function run(command: Command, context: CommandContext, options: Record<string, unknown>): Promise<void> {
  const table = Object.fromEntries(commandIds.map((id) => [id, command])) as Readonly<Record<CommandId, Command>>;
  await runCommand({ ...context, log: createLog() }, 'ncloudIp.assignFromList', [options], table);
}

describe('the log', () => {
  it.each(hostileRows)('has one printable line for each call with %s in it', (_, text) => {
    const log = createLog();
    for (const level of ['trace', 'info', 'warn', 'error'] as const) log[level](text);
    expect(channel.lines).toHaveLength(4);
    for (const line of channel.lines) {
      expect(line).not.toMatch(/[\n\r]/);
      expectPrintable(line);
      expect(line.length).toBeLessThan(5_000);
    }
  });

  it('takes no second line from a code that the service returns', async () => {
    const code = '1\n2026-01-01 00:00:00.000 [info] all is well';
    const answer = JSON.stringify({ responseError: { returnCode: code, returnMessage: code } });
    const { api } = await startRawApi((_, response) => response.writeHead(400).end(answer), { log: createLog() });
    await expect(api.getRegionList()).rejects.toThrow('all is well');
    expect(channel.lines.some((line) => line.includes('refused code 1 2026-01-01'))).toBe(true);
    expect(channel.lines.join('')).not.toContain('\n');
  });
});

describe('what is pasted', () => {
  // Made up, as long as a real one.
  const secret = 'MadeUpSecretKeyForTests0000000000000001a';

  const lists = {
    'a secret by itself': secret,
    'a secret and an address': `${secret},10.0.10.11`,
    'a secret in the place of an address': `701236,${secret}`,
    'a secret as one end of a range': `701236,10.0.10.11-${secret}`,
    'keys as the CLI keeps them': `[DEFAULT]\nncloud_access_key_id = x1\nncloud_secret_access_key = ${secret}`,
    'a secret in groups of four': '701236,abcd efgh ijkl mnop',
    'a number of a card in groups of four': '701236,4929 1234 5678 9012',
    'a secret of digits': '4929000000000000\n701236,4929000000000000',
  };

  it.each(Object.entries(lists))('reaches neither the log nor a message: %s', async (_, text) => {
    const { context } = await openCommandBench();
    await run(assignFromList, context, { text });
    expect(shown).toHaveLength(1);
    for (const line of [...shown, ...channel.lines]) {
      expect(line).not.toContain(secret.slice(0, 5));
      expect(line).not.toContain('49290');
      expect(line).toMatch(/Line \d: |^(?!.*Line)/);
    }
  });

  it.each(Object.entries(lists))('is not in the marks of a list either: %s', async (_, text) => {
    const { context } = await openCommandBench();
    const { network } = await context.networks.load(activeScope(context.profiles)!);
    const name = createNamer(network);
    const marks = checkAssignments(text, network).problems.map(({ problem }) => problemText(problem, name));
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) {
      expect(mark).not.toContain(secret.slice(0, 5));
      expect(mark).not.toContain('49290');
    }
  });

  it('is not shown before it is chosen', async () => {
    const { context } = await openCommandBench(user.dismisses());
    Object.assign(env, { clipboard: { readText: () => Promise.resolve(`701236,10.0.10.11\n${secret}`) } });
    const details: (string | undefined)[] = [];
    const pick: typeof context.prompter.pick = (question) => {
      details.push(...question.choices.map((choice) => ('detail' in choice ? choice.detail : undefined)));
      return context.prompter.pick(question);
    };
    await call(assignFromList, { ...context, prompter: { ...context.prompter, pick } });
    expect(details).toEqual(['Ready to assign: 1. Assigned already: 0. With problems: 1', undefined]);
  });

  it('is cut in the picker of addresses as well', async () => {
    const { context } = await openCommandBench(
      user.picks('Pick addresses'),
      user.isRefused({ type: secret }, 'Made… is not an IPv4 address'),
      user.dismisses(),
    );
    await call(assignSecondaryIps, context, { networkInterfaceNo: '701236' });
    expect(context.prompter.asked).toHaveLength(2);
  });

  it('stays whole where it is a try at an address', async () => {
    const { context } = await openCommandBench();
    await run(assignFromList, context, { text: '701236,10.0.10.300\n701236,10.0.10.20-10.0.10.11' });
    expect(shown[0]).toContain('10.0.10.300 is not an IPv4 address');
    expect(shown[0]).toContain('10.0.10.20-10.0.10.11 runs backwards');
  });
});
