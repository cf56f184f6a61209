import type { CancellationToken } from 'vscode';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../../src/session/profile';
import { openAssistant } from '../../../support/assistant';
import { openCommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';
import { withSettings } from '../../../support/withSettings';

const takeOver = {
  changes: [{ kind: 'assign', interface: 'web-01/eth0', addresses: ['10.0.10.20'], takeOver: true }],
};
const assign = { changes: [{ kind: 'assign', interface: '701236', addresses: ['10.0.10.11'] }] };

async function open(profile: Partial<Profile>, ...script: readonly Reply[]) {
  const bench = await openCommandBench(...script);
  const { context, sandbox } = bench;
  await context.profiles.update(bench.profile.id, (now) => ({ ...now, ...profile }));
  const assistant = await openAssistant(context);
  return {
    ...bench,
    ...assistant,
    plan: async (input: unknown = assign) => {
      const { planId, digest } = await assistant.ask('planChange', input);
      return { planId, digest };
    },
    writes: () => sandbox.writes(),
  };
}

describe('an assistant’s plan at the window', () => {
  it('is asked about in our dialog with who asked and both sides, and then applied', async () => {
    const { ask, plan, context, writes } = await open({}, user.says(true));
    const outcome = await ask('applyPlan', await plan(takeOver));
    expect(outcome).toMatchObject({
      result: 'applied',
      addresses: [{ address: '10.0.10.20', interface: '701236', result: 'applied' }],
    });
    const [dialog] = context.prompter.asked;
    expect(dialog).toMatchObject({
      kind: 'confirm',
      title: 'An assistant asks: Take over 10.0.10.20 from web-02/eth0 for web-01/eth0?',
    });
    expect(dialog?.words.split('\n')).toEqual([
      'Sandbox · KR',
      'Asked by: an assistant in Test Editor',
      '',
      'web-01/eth0',
      'before: none  →  after: 10.0.10.20',
      'web-02/eth0',
      'before: 10.0.10.20, 10.0.10.21  →  after: 10.0.10.21',
      '',
      '10.0.10.20 moves away from web-02/eth0.',
      'Also set the address in the operating system of web-01/eth0.',
      'Also remove 10.0.10.20 from the operating system of web-02/eth0.',
    ]);
    expect(await writes()).toHaveLength(1);
  });

  it('stands in the history with the assistant that asked', async () => {
    const { ask, plan, context } = await open({}, user.says(true));
    const wanted = await plan();
    const { entry } = await ask('applyPlan', wanted);
    expect(await context.history.get(String(entry))).toMatchObject({
      origin: { kind: 'assistant', host: 'Test Editor', planDigest: wanted.digest },
    });
    expect(await ask('getHistory')).toMatchObject({
      rows: [[entry, expect.anything(), 'applied', 'assistant', true, expect.anything()]],
    });
  });

  it('is not applied without a yes, and changes nothing', async () => {
    const { ask, plan, writes } = await open({}, user.says(false));
    expect(await ask('applyPlan', await plan())).toMatchObject({ result: 'notApplied', reason: 'declined' });
    expect(await writes()).toEqual([]);
  });

  it('can be read first, where its yes has to be chosen', async () => {
    const { ask, plan, context, writes } = await open({}, user.picks('Read the Plan'), user.picks('Assign'));
    expect(await ask('applyPlan', await plan())).toMatchObject({ result: 'applied' });
    expect(context.prompter.asked[1]).toMatchObject({ kind: 'pick', initially: [expect.stringContaining('web-01')] });
    expect(await writes()).toHaveLength(1);
  });

  it('is not applied when the reading of it is closed', async () => {
    const { ask, plan, opened, writes } = await open(
      {},
      user.picks('Read the Plan'),
      user.picks('Open Full Plan'),
      user.dismisses(),
    );
    expect(await ask('applyPlan', await plan())).toMatchObject({ reason: 'declined' });
    expect([...opened.values()].join('')).toContain('Asked by: an assistant in Test Editor');
    expect(await writes()).toEqual([]);
  });

  it.each(['never', 'risky'] as const)(
    'is asked about whatever the settings allow others: confirm %s',
    async (confirm) => {
      const { ask, plan, context } = await open({}, user.says(false));
      const settings = { confirm, allowUnattendedChanges: ['Sandbox'] };
      withSettings(settings);
      expect(await ask('applyPlan', await plan())).toMatchObject({ reason: 'declined' });
      expect(context.prompter.asked).toHaveLength(1);
    },
  );

  it('needs the name of the interface on a protected profile as well', async () => {
    const { ask, plan, writes } = await open({ protection: 'protected' }, user.says(true), user.dismisses());
    expect(await ask('applyPlan', await plan())).toMatchObject({ reason: 'declined' });
    expect(await writes()).toEqual([]);
  });

  it('is refused when the profile became read-only, look-only or another one while the question stood', async () => {
    for (const [change, error] of [
      [{ protection: 'readOnly' }, 'readOnly'],
      [{ assistants: 'look' }, 'lookOnly'],
    ] as const) {
      const { ask, plan, context, profile, writes } = await open({}, user.says(true));
      const wanted = await plan();
      const confirm = context.prompter.confirm.bind(context.prompter);
      context.prompter.confirm = async (question) => {
        await context.profiles.update(profile.id, (now) => ({ ...now, ...change }));
        return confirm(question);
      };
      const answer = await ask('applyPlan', wanted);
      expect(answer).toMatchObject({ error });
      expect(await writes()).toEqual([]);
    }
  });

  it('is not sent once the call was cancelled, whatever is answered then', async () => {
    const { ask, plan, context, writes } = await open({}, user.says(true));
    let cancel: () => void = () => undefined;
    const token: CancellationToken = {
      isCancellationRequested: false,
      onCancellationRequested: (listener) => ((cancel = () => void listener(undefined)), { dispose: () => undefined }),
    };
    const confirm = context.prompter.confirm.bind(context.prompter);
    context.prompter.confirm = (question) => (cancel(), confirm(question));
    expect(await ask('applyPlan', await plan(), token)).toMatchObject({ error: 'cancelled' });
    expect(await writes()).toEqual([]);
  });

  it('is applied unasked in a sandbox that allows it, and nowhere else', async () => {
    const sandboxed = await open({ assistants: 'apply' });
    expect(await sandboxed.ask('applyPlan', await sandboxed.plan())).toMatchObject({ result: 'applied' });
    expect(sandboxed.context.prompter.asked).toEqual([]);

    const account = await open({ assistants: 'apply' }, user.says(false));
    const { sandbox, context, profile } = account;
    await context.profiles.update(profile.id, (now) => ({ ...now, site: 'custom', gatewayUrl: sandbox.url }));
    context.credentials.remember(profile.id, sandbox);
    expect(await account.ask('applyPlan', await account.plan())).toMatchObject({ reason: 'declined' });
    expect(account.answers.join('')).not.toContain(sandbox.secretKey);
  });

  it('is taken back like any other change', async () => {
    const { ask, plan, writes } = await open({}, user.says(true), user.says(true));
    await ask('applyPlan', await plan());
    const { planId, digest, losers } = await ask('planUndo');
    expect(losers).toEqual([{ interface: '701236', loses: ['10.0.10.11'] }]);
    expect(await ask('applyPlan', { planId, digest })).toMatchObject({ result: 'applied' });
    expect(await writes()).toHaveLength(2);
  });

  it.each([
    ['the address', '10.0.10.20'],
    ['another address of an interface, which stood on both sides of the plan', '10.0.10.21'],
  ])(
    'is refused when somebody else took %s before the yes, and nothing is offered in its place',
    async (_, address) => {
      const { ask, plan, context, sandbox, writes } = await open({}, user.says(true));
      const wanted = await plan(takeOver);
      const confirm = context.prompter.confirm.bind(context.prompter);
      context.prompter.confirm = async (question) => {
        await sandbox.change({ unassign: { networkInterfaceNo: '701237', address } });
        return confirm(question);
      };
      expect(await ask('applyPlan', wanted)).toMatchObject({ error: 'stale' });
      expect(context.prompter.asked).toHaveLength(1);
      expect(await writes()).toEqual([]);
    },
  );

  it('is known in its own window only', async () => {
    const { plan, context, writes } = await open({});
    const wanted = await plan();
    const elsewhere = await openAssistant(context);
    expect(await elsewhere.ask('applyPlan', wanted)).toMatchObject({ error: 'unknownPlan' });
    expect(context.prompter.asked).toEqual([]);
    expect(await writes()).toEqual([]);
  });

  it('is stale where another window applied the same a moment before', async () => {
    const { ask, plan, context, writes } = await open({}, user.says(true), user.says(true));
    const elsewhere = await openAssistant(context);
    const { planId, digest } = await elsewhere.ask('planChange', assign);
    const both = await Promise.all([ask('applyPlan', await plan()), elsewhere.ask('applyPlan', { planId, digest })]);
    expect(both.map(({ result, error, stale }) => (stale ? 'stale' : (error ?? result))).sort()).toEqual([
      'applied',
      'stale',
    ]);
    expect(await writes()).toHaveLength(1);
  });

  it('tells the host what it is about before it runs', async () => {
    const { tools, plan } = await open({});
    const said = tools.prepare('ncloud-ip_applyPlan', await plan());
    expect(said?.confirmationMessages?.message).toMatchObject({
      value: expect.stringContaining('Assign 10.0.10.11 to web-01/eth0') as unknown,
    });
    expect(tools.prepare('ncloud-ip_applyPlan', { planId: 7 })?.confirmationMessages?.message).toMatchObject({
      value: expect.stringContaining('not known') as unknown,
    });
    expect(tools.prepare('ncloud-ip_listNetwork', {})).toBeUndefined();
  });
});
