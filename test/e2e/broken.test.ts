import { describe, expect, it } from 'vitest';
import { assignFromClipboard } from '../support/listDocument';
import { useStage } from '../support/stage';

describe('changes that meet trouble', () => {
  const stage = useStage({ settings: { 'ncloudIp.confirm': 'never' }, ownWindow: true });

  const assign = (lines: string): Promise<void> => assignFromClipboard(stage.workbench, lines);

  it('asks nothing in the sandbox when the setting says never, not even before taking away', async () => {
    const { notifications, tree } = stage.workbench;
    await tree.expand('web-pub');
    await tree.expand(/^web-02/);
    await tree.inlineAction('10.0.10.21', 'Unassign');
    await notifications.waitFor('web-02/eth0 no longer has 10.0.10.21.');
  });

  it('finds a change by reading whose answer was lost, and sends nothing twice', async () => {
    const { notifications, tree } = stage.workbench;
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'resetAfterApply' }]);
    await assign('701236,10.0.10.61');
    const message = await notifications.waitFor('web-01/eth0 now has 10.0.10.61.');
    expect(message).toContain('The response was lost, so the result was read back. Nothing was sent twice.');
    await tree.expand('web-pub');
    await tree.waitFor(/^web-01.*1\/5/);
    await stage.workbench.screenshot('lost-answer');
    expect((await stage.writes()).map(({ applied }) => applied)).toEqual([true]);
  });

  it('says so when the answer was lost before anything was changed', async () => {
    const { notifications } = stage.workbench;
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'reset' }]);
    await assign('701236,10.0.10.62');
    const message = await notifications.waitFor('Nothing was changed on web-01/eth0.');
    expect(message).toContain('The response was lost, so the result was read back. Nothing was sent twice.');
    expect(await stage.writes()).toHaveLength(1);
  });

  it('shows the plan anew when somebody changes the interface in the meantime', async () => {
    const { quickInput, notifications } = stage.workbench;
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.64' } });
    await assign('701236,10.0.10.63\n701236,10.0.10.64');
    await notifications.waitFor('The network was changed in the meantime, so nothing more was sent.');
    await quickInput.waitForTitle('Assign 10.0.10.63 to web-01/eth0');
    expect(await stage.writes()).toEqual([]);
    await quickInput.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.63.');
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.64', '10.0.10.63']);
    expect(await stage.writes()).toHaveLength(1);
  });

  it('offers what failed again, and only that', async () => {
    const { notifications } = stage.workbench;
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'permission' }]);
    await assign('701236,10.0.10.65\n701251,10.0.20.65');
    await notifications.waitFor('These keys are not allowed to call assignSecondaryIps.');
    await notifications.press('These keys are not allowed to call assignSecondaryIps.', 'Retry');
    await notifications.waitFor(/^(?!.*not allowed to call).*now has 10\.0\.[12]0\.65\./s);
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.65']);
    expect(await stage.secondaryIps('701251')).toEqual(['10.0.20.65']);
    expect((await stage.writes()).map(({ applied }) => applied).sort()).toEqual([false, true, true]);
  });

  it('says after a crash of the extension host that the history is read, until it is there again', async () => {
    const { notifications, tree, keyboard, page } = stage.workbench;
    await assign('701236,10.0.10.67');
    await notifications.waitFor('now has 10.0.10.67.');
    await keyboard.command('Focus on History View');
    await tree.waitFor(/^Assign 10\.0\.10\.67/);
    const history = page.locator('.sidebar .pane', { hasText: 'History' }).last();
    const killed = stage.workbench.killExtensionHost();
    await history.getByText('Reading the history…').first().waitFor();
    expect(await history.innerText()).not.toContain('Every change made here');
    await killed;
    await tree.waitFor(/^Assign 10\.0\.10\.67/);
  });

  it('tells after a crash of the extension host what became of the change that was under way', async () => {
    const { notifications, tree } = stage.workbench;
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'stallAfterApply', ms: 20_000 }]);
    await assign('701236,10.0.10.66');
    await expect.poll(async () => (await stage.writes()).map(({ applied }) => applied)).toEqual([true]);
    await stage.workbench.killExtensionHost();
    const message = await notifications.waitFor('VS Code stopped during', 60_000);
    expect(message).toContain('Assign 10.0.10.66 to web-01/eth0');
    expect(message).toContain('The result was read back: applied.');
    await tree.expand('web-pub');
    await tree.waitFor(/^web-01.*1\/5/);
    expect(await stage.writes()).toHaveLength(1);

    await stage.workbench.runCommand('NAVER Cloud IP: Undo Change');
    await notifications.waitFor('web-01/eth0 no longer has 10.0.10.66.');
  });
});
