import { describe, expect, it } from 'vitest';
import { createAssistantHost } from '../support/assistantHost';
import { useStage } from '../support/stage';
import { readWords } from '../support/words';

const takeOver = {
  changes: [{ kind: 'assign', interface: 'web-01/eth0', addresses: ['10.0.10.20'], takeOver: true }],
};
/** Whatever the host lets pass unasked: our dialog is asked all the same. */
const settings = { 'chat.tools.autoApprove': true, 'chat.tools.global.autoApprove': true, 'ncloudIp.confirm': 'risky' };

describe.each(['en', 'ko', 'ja'] as const)('an assistant in the window, language %s', (language) => {
  const host = createAssistantHost();
  const { text, label } = readWords(language);
  const stage = useStage({
    assistant: true,
    extensionEnv: host.extensionEnv,
    settings,
    ...(language !== 'en' && { locale: language }),
  });

  async function plan(input: object = takeOver): Promise<{ planId: unknown; digest: unknown }> {
    const { planId, digest } = await host.ask('planChange', input);
    expect(planId).toEqual(expect.any(String));
    return { planId, digest };
  }
  /** Calls applyPlan; somebody says yes to what the host asks, and then our own dialog is there. */
  async function apply(wanted: object): Promise<{ applying: ReturnType<typeof host.ask>; asked: string }> {
    const { notifications, page } = stage.workbench;
    const applying = host.ask('applyPlan', wanted);
    expect(await notifications.dialogText()).toContain(text('Ask about a change'));
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Yes' }).click();
    await expect.poll(() => notifications.dialogText()).toContain(title());
    return { applying, asked: await notifications.dialogText() };
  }
  const title = () =>
    text('An assistant asks: {0}?', text('Take over {0} from {1} for {2}', '10.0.10.20', 'web-02/eth0', 'web-01/eth0'));

  it('is told what is there, by tools that nobody has to confirm', async () => {
    expect((await host.tools()).filter((name) => name.startsWith('ncloud-ip_'))).toHaveLength(9);
    const { rows } = await host.ask('findAddress', { addresses: ['10.0.10.20'] });
    const somewhere = expect.stringMatching(/^\d+$/) as unknown;
    const holder = [somewhere, '«web-pub»', '10.0.10.0/24', somewhere, '«web-02/eth0»'];
    expect(rows).toContainEqual(['10.0.10.20', 'secondary', ...holder]);
  });

  it('gets its plan applied by a click in our dialog, which shows who asks and both sides', async () => {
    const { notifications } = stage.workbench;
    const { applying, asked } = await apply(await plan());
    expect(asked).toContain(`${text('Sandbox')} · KR`);
    expect(asked).toContain(`${text('Asked by')}: `);
    expect(asked).toContain(text('before: {0}  →  after: {1}', text('none'), '10.0.10.20'));
    expect(asked).toContain(text('before: {0}  →  after: {1}', '10.0.10.20, 10.0.10.21', '10.0.10.21'));
    expect(asked).toContain(text('{0} moves away from {1}.', '10.0.10.20', 'web-02/eth0'));
    await stage.workbench.screenshot(`assistant-asks-${language}`);
    expect(await stage.writes()).toEqual([]);
    await notifications.pressInDialog(text('Take Over'));
    expect(await applying).toMatchObject({
      result: 'applied',
      addresses: [{ address: '10.0.10.20', result: 'applied' }],
    });
    expect(await stage.writes()).toHaveLength(1);
    const { page, tree } = stage.workbench;
    await page.locator(`.pane-header[aria-label^="${label('view.history')}"]`).click();
    await tree.waitFor(text('asked by an assistant'));
    await stage.workbench.screenshot(`assistant-history-${language}`);
  });

  it('gets nothing by a key that was meant for something else: Enter only leads to the plan', async () => {
    const { quickInput, keyboard } = stage.workbench;
    const { applying } = await apply(await plan());
    await keyboard.press('Enter');
    await quickInput.waitForTitle(text('Take over {0} from {1} for {2}', '10.0.10.20', 'web-02/eth0', 'web-01/eth0'));
    await keyboard.press('Escape');
    expect(await applying).toMatchObject({ reason: 'declined' });
    expect(await stage.writes()).toEqual([]);
  });

  it('gets its plan applied by keyboard, on the button of what is done', async () => {
    const { keyboard, page } = stage.workbench;
    const { applying } = await apply(await plan());
    await expect
      .poll(async () => {
        await keyboard.press('Tab');
        return page.evaluate('document.activeElement?.textContent?.trim()');
      })
      .toBe(text('Take Over'));
    await keyboard.press('Enter');
    expect(await applying).toMatchObject({ result: 'applied' });
    expect(await stage.writes()).toHaveLength(1);
  });

  it('gets nothing when the dialog is closed, nor by the same plan again', async () => {
    const { notifications, keyboard } = stage.workbench;
    const wanted = await plan();
    const { applying } = await apply(wanted);
    await keyboard.press('Escape');
    expect(await applying).toMatchObject({ reason: 'declined' });
    const again = host.ask('applyPlan', wanted);
    await notifications.dialogText();
    await notifications.pressInDialog('Yes');
    expect(await again).toMatchObject({ error: 'spent' });
    expect(await stage.writes()).toEqual([]);
  });
});

describe('what assistants may do with a profile', () => {
  const host = createAssistantHost();
  const stage = useStage({ assistant: true, extensionEnv: host.extensionEnv });
  const allow = async (label: string): Promise<void> => {
    await stage.workbench.runCommand('NAVER Cloud IP: Set Assistant Access…');
    await stage.workbench.quickInput.waitForTitle('Set Assistant Access · Sandbox');
    if (label === 'Off') await stage.workbench.screenshot('assistant-access');
    await stage.workbench.quickInput.pick(label);
    await stage.workbench.quickInput.waitUntilClosed();
  };

  it('is chosen by the person: nothing, looking, proposing; the sandbox may be changed unasked', async () => {
    const assign = { changes: [{ kind: 'assign', interface: 'web-01/eth0', addresses: ['10.0.10.11'] }] };
    await allow('Look only');
    expect(await host.ask('listNetwork')).toMatchObject({ profile: 'Sandbox', isComplete: true });
    expect(await host.ask('planChange', assign)).toMatchObject({ error: 'lookOnly' });
    await allow('Off');
    expect(await host.ask('listNetwork')).toMatchObject({ error: 'toolsOff' });
    await allow('Look and change without asking');
    const { planId, digest } = await host.ask('planChange', assign);
    const applying = host.ask('applyPlan', { planId, digest });
    await stage.workbench.notifications.dialogText();
    await stage.workbench.notifications.pressInDialog('Yes');
    expect(await applying).toMatchObject({ result: 'applied' });
    await allow('Look and propose');
  });

  it('is no more than a person may: the name is typed on a protected one, and a read-only one has no plan', async () => {
    const { notifications, quickInput } = stage.workbench;
    const protect = async (how: 'Normal' | 'Protected' | 'Read-only'): Promise<void> => {
      await stage.workbench.runCommand('NAVER Cloud IP: Set Protection…');
      await quickInput.pick(how);
      await quickInput.waitUntilClosed();
    };
    await protect('Protected');
    const { planId, digest } = await host.ask('planChange', takeOver);
    const applying = host.ask('applyPlan', { planId, digest });
    await notifications.dialogText();
    await notifications.pressInDialog('Yes');
    await expect.poll(() => notifications.dialogText()).toContain('An assistant asks');
    await notifications.pressInDialog('Take Over');
    await quickInput.waitForTitle('Sandbox is protected');
    await quickInput.type('web-01');
    await quickInput.waitForMessage('The name does not match web-02-eth0.');
    expect(await stage.writes()).toEqual([]);
    await quickInput.type('web-02-eth0');
    await quickInput.accept();
    expect(await applying).toMatchObject({ result: 'applied' });
    await protect('Read-only');
    const unassign = { changes: [{ kind: 'unassign', interface: 'web-02/eth0', addresses: ['10.0.10.21'] }] };
    expect(await host.ask('planChange', unassign)).toMatchObject({ problems: [{ kind: 'readOnlyProfile' }] });
    expect(await stage.writes()).toHaveLength(1);
    await protect('Normal');
  });
});
