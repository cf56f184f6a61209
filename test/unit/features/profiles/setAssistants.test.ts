import { describe, expect, it } from 'vitest';
import { setAssistants } from '../../../../src/features/profiles/setAssistants';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';
import type { AssistantAccess } from '../../../../src/session/profile';

async function open(site: 'sandbox' | 'public', ...script: readonly Reply[]) {
  const { context, profile } = await openCommandBench(...script);
  await context.profiles.update(profile.id, (now) => ({ ...now, site }));
  const access = () => context.profiles.get(profile.id)?.assistants;
  const set = (assistants?: AssistantAccess) => call(setAssistants, context, { ...(assistants && { assistants }) });
  return { context, access, set };
}

describe('Set Assistant Access', () => {
  it('asks, with what is set now in focus, and keeps the answer', async () => {
    const { context, access, set } = await open('public', user.picks('Look only'));
    await set();
    expect(access()).toBe('look');
    expect(context.prompter.asked).toMatchObject([
      { choices: ['Look and propose', 'Look only', 'Off'], initially: ['Look and propose'] },
    ]);
  });

  it('changes nothing when it is dismissed', async () => {
    const { access, set } = await open('public', user.dismisses());
    expect(await set()).toBeUndefined();
    expect(access()).toBeUndefined();
  });

  it('offers changes without asking in the sandbox only', async () => {
    const { context, access, set } = await open('sandbox', user.picks('Look and change without asking'));
    await set();
    expect(access()).toBe('apply');
    expect(context.prompter.asked[0]?.choices).toHaveLength(4);
  });

  it('takes less access from code, and asks a person about more', async () => {
    const { context, access, set } = await open('public', user.dismisses(), user.dismisses());
    await set('off');
    expect(access()).toBe('off');
    await set('propose');
    await set('apply');
    expect(access()).toBe('off');
    expect(context.prompter.asked).toHaveLength(2);
  });

  it('takes any access to the sandbox from code', async () => {
    const { context, access, set } = await open('sandbox');
    await set('apply');
    expect(access()).toBe('apply');
    expect(context.prompter.asked).toEqual([]);
  });
});
