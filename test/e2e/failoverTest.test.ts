import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';

const progress = /10\.0\.10\.20.* on web-02\/eth0 · [1-9]\d* s/;

describe('Failover Test', () => {
  const stage = useStage({ sandbox: { delay: 0 } });

  it('follows an address that somebody moves, and Cancel leaves the document of both holders, by mouse', async () => {
    const { tree, menus, notifications, documents } = stage.workbench;
    await tree.expand('web-pub');
    await tree.expand('web-02/eth0');
    await menus.choose(tree.row(/^10\.0\.10\.20/), 'Failover Test');
    await notifications.waitFor(progress);
    await documents.waitFor('Failover test of 10.0.10.20', 'not yet', 'web-02/eth0');
    await stage.sandbox.change({ unassign: { networkInterfaceNo: '701237', address: '10.0.10.20' } });
    await notifications.waitFor(/10\.0\.10\.20 no holder for [2-9]\d* s/);
    // The open document follows, and so does the tree.
    await documents.waitFor('no holder');
    await tree.row(/^10\.0\.10\.20/).waitFor({ state: 'detached' });
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.20' } });
    await notifications.waitFor(/10\.0\.10\.20 on web-01\/eth0 · [2-9] s/);
    await stage.workbench.screenshot('failover-test');
    await notifications.press(/Failover test/, 'Cancel');
    const text = await documents.waitFor('· ended', 'changes of holder: 1', 'without a holder for', 'Who held it when');
    expect(text).not.toContain('not yet');
    expect(text).toMatch(/10\.0\.10\.20 web-02\/eth0 .*10\.0\.10\.20 no holder .*10\.0\.10\.20 web-01\/eth0 /);
    expect(await documents.tabs()).toEqual(['10.0.10.20 · Failover Test']);
    await notifications.waitFor('Failover test of 10.0.10.20: ended');
    expect(await stage.writes()).toEqual([]);
  });

  it('asks from the palette, and is ended there, by keyboard', async () => {
    const { keyboard, quickInput, notifications, documents } = stage.workbench;
    await keyboard.countMouse();
    await keyboard.command('NAVER Cloud IP: Failover Test');
    await keyboard.pick('web-02/eth0');
    await quickInput.waitForTitle('Failover Test (2/2)');
    await keyboard.press('Enter');
    await notifications.waitFor(progress);
    await keyboard.toastButton(/Failover test/, 'Cancel');
    await notifications.waitFor('Failover test of 10.0.10.20, 10.0.10.21: ended');
    await documents.waitFor('no change was seen');
    expect(await keyboard.mouseCount()).toBe(0);
  });
});
