import { describe, expect, it } from 'vitest';
import { askReview } from '../../../../src/features/change/askReview';
import type { IntentItem } from '../../../../src/plan/intent';
import type { Plan } from '../../../../src/plan/plan';
import { planChange } from '../../../../src/plan/planChange';
import { createNamer } from '../../../../src/words/namer';
import type { Answer } from '../../../../src/ui/prompter';
import { scriptedPrompter, user, type Asked, type Reply } from '../../../support/scriptedPrompter';
import { threeInterfaces } from '../../../support/threeInterfaces';

const network = threeInterfaces();

function planOf(item: IntentItem): Plan {
  const result = planChange({ items: [item] }, network);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.plan;
}
interface Reviewed {
  readonly answer: Answer<'apply' | 'leaveOut'>;
  /** Documents by name, and `closed` for each that was closed again. */
  readonly opened: string[][];
  /** The plans that were copied, and how. */
  readonly copied: (readonly [Plan, string])[];
  readonly asked: readonly Asked[];
}

async function review(plan: Plan, leaveOut: string | undefined, ...script: Reply[]): Promise<Reviewed> {
  const prompter = scriptedPrompter(...script);
  const opened: string[][] = [];
  const copied: [Plan, string][] = [];
  const copy = (plan: Plan, form: string) => Promise.resolve(void copied.push([plan, form]));
  const documents = {
    open: (name: string, text: string) => Promise.resolve(void opened.push([name, text])),
    close: (name: string) => Promise.resolve(void opened.push([name, 'closed'])),
  };
  const view = { plan, name: createNamer(network), where: 'production · KR' };
  const answer = await askReview({ prompter, documents, copy }, view, { title: 'x', canGoBack: true }, leaveOut);
  return { answer, opened, copied, asked: prompter.asked };
}

describe('askReview', () => {
  const takeover = planOf({ kind: 'move', networkInterfaceNo: '701236', secondaryIps: ['10.0.10.20'] });
  const assign = planOf({ kind: 'assign', networkInterfaceNo: '701236', secondaryIps: ['10.0.10.11'] });

  it('shows who gains, who loses and what to know, the yes first and by its verb', async () => {
    const { asked } = await review(takeover, undefined, user.dismisses());
    expect(asked[0]?.choices).toEqual([
      'Move',
      'web-01/eth0  + 10.0.10.20',
      'web-02/eth0  − 10.0.10.20',
      '10.0.10.20 moves away from web-02/eth0.',
      'Also set the address in the operating system of web-01/eth0.',
      'Also remove 10.0.10.20 from the operating system of web-02/eth0.',
      'Open Full Plan',
      'Copy as ncloud CLI commands',
      'Copy as curl (with placeholders for the signature)',
    ]);
  });

  it('takes the verb for a yes', async () => {
    expect((await review(takeover, undefined, user.picks('Move'))).answer).toEqual({ kind: 'next', value: 'apply' });
  });

  it('lets Enter alone say yes only where nobody loses anything', async () => {
    const { asked: risky } = await review(takeover, undefined, user.dismisses());
    const { asked: harmless } = await review(assign, undefined, user.dismisses());
    expect(risky[0]?.initially).toEqual(['web-01/eth0  + 10.0.10.20']);
    expect(risky[0]?.words).toBe('Review the changes, then select Move');
    expect(harmless[0]?.initially).toEqual([]);
    expect(harmless[0]?.choices[0]).toBe('Assign');
  });

  it('offers to take over less, where something is left then', async () => {
    const { asked, answer } = await review(takeover, 'Only this.', user.picks('Leave Them Out'));
    expect(asked[0]?.choices.slice(0, 2)).toEqual(['Move', 'Leave Them Out']);
    expect(answer).toEqual({ kind: 'next', value: 'leaveOut' });
  });

  it('opens the whole plan for everything else, and asks again', async () => {
    const read = [user.picks('web-02/eth0  −'), user.picks('Open Full Plan'), user.picks('Move')];
    const { answer, opened, asked } = await review(takeover, undefined, ...read);
    expect(answer?.kind).toBe('next');
    expect(asked).toHaveLength(3);
    const [path] = opened.map(([name]) => name);
    expect(path).toMatch(/^\/ncloud-ip\/plan,[\w-]+\/Plan$/);
    expect(opened.map(([name]) => name)).toEqual(Array(3).fill(path));
    // VS Code may draw at an address what it drew there before.
    expect((await review(takeover, undefined, ...read)).opened[0]?.[0]).not.toBe(path);
    expect(opened[0]?.[1]).toContain('allowReassign=true');
  });

  it('copies the calls and goes on', async () => {
    const script = [user.picks('Copy as ncloud CLI commands'), user.picks('Copy as curl'), user.picks('Assign')];
    const { answer, opened, copied, asked } = await review(assign, undefined, ...script);
    expect(copied).toEqual([
      [assign, 'cli'],
      [assign, 'curl'],
    ]);
    expect({ asked: asked.length, opened }).toEqual({ asked: 3, opened: [] });
    expect(answer).toEqual({ kind: 'next', value: 'apply' });
  });

  it('keeps the focus on the row that was chosen, so that a second Enter sends nothing', async () => {
    const rows = [user.picks('Copy as curl'), user.picks('Open Full Plan'), user.dismisses()];
    const { asked } = await review(assign, undefined, ...rows);
    expect(asked.map(({ initially }) => initially)).toEqual([
      [],
      ['Copy as curl (with placeholders for the signature)'],
      ['web-01/eth0  + 10.0.10.11'],
    ]);
  });

  it.each([
    ['a yes', user.picks('Move')],
    ['Back', user.goesBack()],
    ['dismissal', user.dismisses()],
  ])('closes the plan after %s', async (_, reply) => {
    const { opened } = await review(takeover, undefined, user.picks('Open Full Plan'), reply);
    expect(opened.map(([, text]) => text === 'closed')).toEqual([false, true]);
    expect((await review(takeover, undefined, reply)).opened).toEqual([]);
  });

  it('takes neither Back nor dismissal for a yes', async () => {
    expect((await review(takeover, undefined, user.goesBack())).answer).toEqual({ kind: 'back' });
    expect((await review(takeover, undefined, user.dismisses())).answer).toBeUndefined();
  });
});
