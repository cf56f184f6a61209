import { describe, expect, it } from 'vitest';
import { addInlineScript, mark, motionOfNews } from '../support/pageScripts.mjs';
import { useStage } from '../support/stage';
import { openSubnetMap, subnetMap, type SubnetMap } from '../support/subnetMap';

describe('a map while things change', () => {
  const stage = useStage({ ownWindow: true });
  const map = (): SubnetMap => subnetMap(stage.workbench.page);
  const open = (subnet = 'web-pub') => openSubnetMap(stage.workbench, subnet);

  it('repaints only what changed when somebody else changes the network', async () => {
    await open();
    await map().cell('10.0.10.20').evaluate(mark);
    await map().cell('10.0.10.50').evaluate(mark);
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.50' } });
    // It lasts a second and a bit: looked for while it does.
    const news = map().frame.locator('.cell.is-news[aria-label^="10.0.10.50,"]').waitFor();
    const refreshed = stage.workbench.runCommand('NAVER Cloud IP: Refresh');
    await Promise.all([news, refreshed]);
    await map().waitFor('10.0.10.50', 'secondary IP of web-01/eth0');
    expect(await map().frame.locator('[data-columns] [data-mark="old"]').count()).toBe(2);
    expect(await map().cell('10.0.10.20').getAttribute('class')).not.toContain('is-news');
  });

  it('does not move what changed for whoever wants less motion', async () => {
    const { page } = stage.workbench;
    await open();
    const motion = (): Promise<string> => map().cell('10.0.10.20').evaluate(motionOfNews);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await motion()).toBe('news');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await motion()).toBe('none');
  });

  it('stays where it is scrolled to, whatever changes, and when it was hidden', async () => {
    const { page } = stage.workbench;
    const size = page.viewportSize();
    await page.setViewportSize({ width: 1280, height: 560 });
    await open();
    await map().cell('10.0.10.20').hover();
    await page.mouse.wheel(0, 120);
    const scrolled = (): Promise<number> =>
      map()
        .frame.locator('.scroller:not([hidden])')
        .evaluate(({ scrollTop }: { scrollTop: number }) => scrollTop);
    await expect.poll(scrolled).toBeGreaterThan(60);
    const top = await scrolled();
    await stage.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.120' } });
    await stage.workbench.runCommand('NAVER Cloud IP: Refresh');
    await map().waitFor('10.0.10.120', 'secondary IP of web-01/eth0');
    expect(await scrolled()).toBe(top);
    await stage.workbench.runCommand('File: New Untitled Text File');
    await stage.workbench.press('Control+PageUp');
    await map().waitFor('10.0.10.120', 'secondary IP of web-01/eth0');
    await expect.poll(scrolled).toBe(top);
    if (size) await page.setViewportSize(size);
  });

  it('comes back with its selection after it was hidden', async () => {
    await open();
    await map().select('10.0.10.20', '10.0.10.99');
    await stage.workbench.runCommand('File: New Untitled Text File');
    await stage.workbench.press('Control+PageUp');
    await map().waitFor('10.0.10.20', 'secondary IP of web-02/eth0');
    expect(await map().selected()).toEqual(['10.0.10.20', '10.0.10.99']);
  });

  it('keeps its selection when the colours of the window change', async () => {
    const { quickInput, page } = stage.workbench;
    await open();
    await map().select('10.0.10.20', '10.0.10.99');
    await stage.workbench.runCommand('Preferences: Color Theme');
    await quickInput.type('Dark High Contrast');
    await quickInput.accept();
    await page.locator('.monaco-workbench.hc-black').waitFor();
    await map().frame.locator('body.vscode-high-contrast').waitFor();
    expect(await map().selected()).toEqual(['10.0.10.20', '10.0.10.99']);
  });

  it('does nothing that its policy refuses, and what is put into it does not run', async () => {
    const { policyViolations } = stage.workbench;
    await open();
    await map().cell('10.0.10.20').hover();
    expect(policyViolations).toEqual([]);
    expect(await map().frame.locator('body').evaluate(addInlineScript)).toBe(false);
    await expect.poll(() => policyViolations.join()).toContain('script');
  });

  it('shows names of every kind as text, in the real page', async () => {
    await stage.sandbox.change({
      rename: { networkInterfaceNo: '701236', name: '<img src=x onerror=alert(1)></script>\u202eten' },
    });
    await open();
    await stage.workbench.runCommand('NAVER Cloud IP: Refresh');
    await map().waitFor('10.0.10.14', '<img src=x');
    await map().cell('10.0.10.14').hover();
    const text = await map().detail();
    expect(text).toContain('</script>');
    expect(text).not.toContain('\u202e');
    expect(await map().frame.locator('img').count()).toBe(0);
    expect(await map().chip('<img src=x').count()).toBe(1);
  });

  it('says that it is not live after a crash of the extension host, until it is filled again', async () => {
    await open();
    const alert = map().frame.locator('.not-live');
    expect(await alert.innerText()).toBe('');
    await stage.workbench.killExtensionHost();
    await expect
      .poll(() => alert.innerText().catch(() => ''), { timeout: 30_000 })
      .toMatch(/^Not live: this is as of \d/);
    await stage.workbench.screenshot('map-not-live');
  });
});
