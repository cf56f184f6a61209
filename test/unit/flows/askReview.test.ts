import { describe, expect, it } from 'vitest';
import { askReview } from '../../../src/flows/askReview';
import type { IntentItem } from '../../../src/plan/intent';
import type { Plan } from '../../../src/plan/plan';
import { planChange } from '../../../src/plan/planChange';
import { createNamer } from '../../../src/ui/namer';
import type { Answer } from '../../../src/ui/prompter';
import { scriptedPrompter, user, type Asked, type Reply } from '../../support/scriptedPrompter';
import { threeInterfaces } from '../../support/threeInterfaces';

const network = threeInterfaces();

function planOf(item: IntentItem): Plan {
  const result = planChange({ items: [item] }, network);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.plan;
}
const takeover = planOf({ kind: 'move', networkInterfaceNo: '701236', secondaryIps: ['10.0.10.20'] });

async function review(
  ...script: Reply[]
): Promise<{ answer: Answer<Plan>; opened: string[][]; asked: readonly Asked[] }> {
  const prompter = scriptedPrompter(...script);
  const opened: string[][] = [];
  const documents = {
    open: (name: string, text: string) => {
      opened.push([name, text]);
      return Promise.resolve();
    },
  };
  const answer = await askReview(
    { prompter, documents },
    { plan: takeover, name: createNamer(network), where: 'production · KR' },
    {
      title: 'x',
      canGoBack: true,
    },
  );
  return { answer, opened, asked: prompter.asked };
}

describe('askReview', () => {
  it('shows who gains, who loses and what to know, Apply first', async () => {
    const { asked } = await review(user.dismisses());
    expect(asked[0]?.choices).toEqual([
      'Apply',
      'web-01/eth0  + 10.0.10.20',
      'web-02/eth0  − 10.0.10.20',
      '10.0.10.20 is taken from web-02/eth0, which loses it.',
      'The operating system behind web-01/eth0 has to be told as well.',
      'The operating system behind web-02/eth0 has to be told as well.',
      'Open the whole plan',
    ]);
  });

  it('takes Apply for a yes to this plan', async () => {
    expect((await review(user.picks('Apply'))).answer).toEqual({ kind: 'next', value: takeover });
  });

  it('opens the whole plan for everything else, and asks again', async () => {
    const { answer, opened, asked } = await review(
      user.picks('web-02/eth0  −'),
      user.picks('Open the whole plan'),
      user.picks('Apply'),
    );
    expect(answer?.kind).toBe('next');
    expect(asked).toHaveLength(3);
    expect(opened).toHaveLength(2);
    expect(opened[0]?.[0]).toMatch(/\.md$/);
    expect(opened[0]?.[1]).toContain('allowReassign=true');
  });

  it('takes neither Back nor dismissal for a yes', async () => {
    expect((await review(user.goesBack())).answer).toEqual({ kind: 'back' });
    expect((await review(user.dismisses())).answer).toBeUndefined();
  });
});
