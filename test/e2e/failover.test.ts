import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';

describe('Set Up Failover', () => {
  const stage = useStage();

  it('leads from an interface to a document for each of its servers, by mouse', async () => {
    const { tree, menus, quickInput, documents } = stage.workbench;
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-01/), 'Set Up Failover…');
    await quickInput.waitForMessage('Addresses that follow the master');
    await quickInput.type('10.0.20.9');
    await quickInput.waitForMessage('10.0.20.9');
    await quickInput.type('10.0.10.100');
    await quickInput.accept();
    await quickInput.pick('web-02/eth0');
    await quickInput.pick('No Third Server');
    await quickInput.pick('The Address Stays');
    const source = documents.source();
    await source.getByText('Failover of 10.0.10.100').waitFor();
    await expect
      .poll(async () => (await source.innerText()).replaceAll('\u00a0', ' '))
      .toContain('None of these commands');
    expect(await documents.tabs()).toEqual(['10.0.10.100 · Failover']);
    await stage.workbench.screenshot('failover');
    expect(await stage.writes()).toEqual([]);
  });

  it('keeps what was typed over Back and does nothing when it is left, by keyboard', async () => {
    const { keyboard, quickInput, documents } = stage.workbench;
    await keyboard.countMouse();
    await keyboard.command('NAVER Cloud IP: Set Up Failover…');
    await keyboard.pick('web-01/eth0');
    await keyboard.answer('Addresses that follow the master', '10.0.10.101');
    await expect.poll(() => quickInput.placeholder()).toBe('Which server takes over?');
    await keyboard.back();
    await quickInput.waitForMessage('Addresses that follow the master');
    expect(await quickInput.value()).toBe('10.0.10.101');
    await quickInput.cancel();
    expect(await documents.tabs()).toEqual([]);
    expect(await keyboard.mouseCount()).toBe(0);
  });

  it('says at once of an interface without a server why it is none for it', async () => {
    const { tree, menus, notifications } = stage.workbench;
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^vip-holder/), 'Set Up Failover…');
    await notifications.waitFor('attached to servers');
  });
});
