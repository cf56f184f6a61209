import { describe, expect, it } from 'vitest';
import { assignFromClipboard, openFromClipboard } from '../support/listDocument';
import { useStage } from '../support/stage';

describe('assigning', () => {
  const stage = useStage();

  async function openWizardOnWeb01(): Promise<void> {
    const { tree, menus, quickInput } = stage.workbench;
    await tree.expand('web-pub');
    await tree.waitFor(/^web-01.*0\/5/);
    await menus.choose(tree.row(/^web-01/), 'Assign Secondary IPs…');
    await quickInput.waitForTitle('(1/');
  }

  async function typeAddresses(text: string): Promise<void> {
    const { quickInput } = stage.workbench;
    await expect.poll(() => quickInput.placeholder()).toContain('Select addresses');
    await quickInput.type(text);
  }

  it('proposes the lowest unseen addresses for a number, ticked and to be changed', async () => {
    const { quickInput, notifications } = stage.workbench;
    await openWizardOnWeb01();
    await quickInput.pick('Propose addresses for me');
    await quickInput.pick('2');
    await expect.poll(() => quickInput.checked()).toEqual(['10.0.10.8', '10.0.10.9']);
    await quickInput.check('10.0.10.9', '10.0.10.11');

    await quickInput.confirm();
    await quickInput.pick('Assign');
    await notifications.waitFor('now has 10.0.10.8, 10.0.10.11');
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.8', '10.0.10.11']);
    await notifications.press('now has 10.0.10.8, 10.0.10.11', 'Guest OS Commands');
    await quickInput.waitForTitle('Guest OS Commands');
    await quickInput.accept();
    await stage.workbench.documents.source().filter({ hasText: '10.0.10.11/24' }).waitFor();
  });

  it('takes an address that is typed where ways to find one are offered, and says there why one cannot be', async () => {
    const { quickInput, notifications, page } = stage.workbench;
    const row = (text: string) => quickInput.widget.locator('.monaco-list-row', { hasText: text });
    await openWizardOnWeb01();
    await quickInput.type('10.0.10.');
    await row('Type whole addresses').waitFor();
    await quickInput.type('10.0.10.14');
    await row('10.0.10.14 is already the primary IP of this interface.').waitFor();
    await page.keyboard.press('Enter');
    await quickInput.type('10.0.10.11');
    await row('10.0.10.11').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => quickInput.checked()).toEqual(['10.0.10.11']);
    await quickInput.confirm();
    await quickInput.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.11.');
  });

  it('sends only the number when NAVER Cloud shall choose, and tells which addresses it chose', async () => {
    const { quickInput, notifications, tree } = stage.workbench;
    await openWizardOnWeb01();
    await quickInput.pick('Let NAVER Cloud choose');
    await quickInput.pick('2');
    await quickInput.pick('Assign');
    const message = await notifications.waitFor('web-01/eth0 now has');
    const chosen = await stage.secondaryIps('701236');
    expect(chosen).toHaveLength(2);
    expect(message).toContain(chosen.join(', '));
    const [sent] = await stage.writes();
    expect(sent?.params).toMatchObject({ networkInterfaceNo: '701236', secondaryIpCount: '2' });
    expect(Object.keys(sent?.params ?? {}).filter((name) => name.startsWith('secondaryIpList'))).toEqual([]);
    await tree.waitFor(/^web-01.*2\/5/);
  });

  it('sends addresses and a number in one call', async () => {
    const { quickInput, notifications } = stage.workbench;
    await openWizardOnWeb01();
    await quickInput.pick('Pick addresses and let NAVER Cloud add more');
    await quickInput.pick('1');
    await typeAddresses('10.0.10.50');
    await quickInput.accept();
    await quickInput.pick('Assign');
    await notifications.waitFor('10.0.10.50');
    const sent = await stage.writes();
    expect(sent.map(({ params }) => params)).toEqual([
      expect.objectContaining({ 'secondaryIpList.1': '10.0.10.50', secondaryIpCount: '1' }),
    ]);
    expect(await stage.secondaryIps('701236')).toHaveLength(2);
  });

  it('shows a full interface as full and refuses it with the rule', async () => {
    const { quickInput, tree, menus } = stage.workbench;
    await tree.expand('batch-priv');
    await tree.waitFor(/^db-01.*5\/5/);
    await menus.choose(tree.row(/^db-01/), 'Assign Secondary IPs…');
    await expect.poll(async () => (await quickInput.items()).join()).toContain('is full: 5 of 5 secondary IPs');
    await quickInput.pick('Close');
    await quickInput.waitUntilClosed();
    await tree.collapse('batch-priv');
    expect(await stage.writes()).toEqual([]);
  });

  it('refuses an interface that is changing at the start, waits, and goes on by itself', async () => {
    const { quickInput, tree, menus, notifications } = stage.workbench;
    await tree.expand('app-priv');
    await tree.waitFor(/^app-01.*being configured/);
    await menus.choose(tree.row(/^app-01/), 'Assign Secondary IPs…');
    await expect.poll(() => quickInput.placeholder()).toContain('is being changed right now');
    // Whoever types an address right away sees why it is not asked for.
    await quickInput.type('10.0.30.9');
    await expect.poll(async () => (await quickInput.items()).join('\n')).toContain('is being changed right now');
    await quickInput.pick('Wait Until It Settles');
    await notifications.waitFor(/Waiting for app-01.* to settle…/);
    await stage.sandbox.settle('701246');
    await expect.poll(() => quickInput.placeholder()).toContain('How do you want to choose addresses?');
    await quickInput.pick('Propose addresses for me');
    await quickInput.pick('1');
    await quickInput.confirm();
    await quickInput.pick('Assign');
    await notifications.waitFor('now has 10.0.30');
    expect(await stage.secondaryIps('701246')).toHaveLength(1);
    await tree.collapse('app-priv');
  });

  it('says that no address of a full subnet is left, and offers those of others by that name', async () => {
    const { quickInput, tree, menus } = stage.workbench;
    await tree.expand('batch-priv');
    await tree.waitFor(/^결제-배치.*2\/5/);
    await menus.choose(tree.row(/^결제-배치/), 'Assign Secondary IPs…');
    await quickInput.pick('Propose addresses for me');
    await expect
      .poll(() => quickInput.placeholder())
      .toContain('No addresses left to propose in batch-priv (10.0.60.0/28)');
    await quickInput.pick('Take Over Addresses');
    await expect.poll(() => quickInput.placeholder()).toContain('Select addresses to take over from other interfaces');
    await expect.poll(async () => (await quickInput.items()).length).toBe(5);
    await quickInput.check('10.0.60.8');
    await quickInput.confirm();
    await expect.poll(async () => (await quickInput.items()).join()).toContain('10.0.60.8 moves away from db-01');
    await quickInput.cancel();
    await tree.collapse('batch-priv');
    expect(await stage.writes()).toEqual([]);
  });

  it.each([
    ['10.0.10.3', '10.0.10.3 is reserved. Use 10.0.10.6 to 10.0.10.254.'],
    ['10.0.11.7', '10.0.11.7 is outside subnet 10.0.10.0/24. Use 10.0.10.6 to 10.0.10.254.'],
    ['10.0.10.14', '10.0.10.14 is already the primary IP of this interface.'],
    ['10.0.10.6', '10.0.10.6 is the primary IP of web-02/eth0 and cannot be taken over.'],
    ['10.0.10.50 10.0.10.50', '10.0.10.50 is listed twice. List it once.'],
    ['10.0.10.50-55', '6 selected, but there is room for 5. An interface can have 5 secondary IPs.'],
    ['10.0.10.300', '10.0.10.300 is not an IPv4 address. Enter one like 10.0.10.11.'],
  ])('says what is wrong with %s while it is typed', async (typed, complaint) => {
    const { quickInput } = stage.workbench;
    await openWizardOnWeb01();
    await quickInput.pick('Pick addresses');
    const top = async (): Promise<number | undefined> =>
      (await quickInput.widget.locator('.quick-input-box').boundingBox())?.y;
    const before = await top();
    await typeAddresses(typed);
    await quickInput.waitForTitle(complaint);
    // In one line of the title and nowhere else, so that nothing moves.
    expect((await quickInput.items()).join()).not.toContain(complaint);
    expect(await top()).toBe(before);
    await quickInput.accept();
    expect(await quickInput.value()).toBe(typed);
    await quickInput.cancel();
    expect(await stage.writes()).toEqual([]);
  });

  it('ticks what is typed for as long as it is typed, and keeps what is ticked by hand until Clear', async () => {
    const { quickInput } = stage.workbench;
    await openWizardOnWeb01();
    await quickInput.pick('Pick addresses');
    await typeAddresses('10.0.10.101, 10.0.10.102');
    await expect.poll(() => quickInput.checked()).toEqual(['10.0.10.101', '10.0.10.102']);
    await quickInput.type('10.0.10.110');
    await expect.poll(() => quickInput.checked()).toEqual(['10.0.10.110']);
    await quickInput.type(Array.from({ length: 40 }, (_, index) => `10.0.10.${index + 100}`).join(' '));
    await quickInput.waitForTitle('40 selected, but there is room for 5');
    await quickInput.type('');
    await expect.poll(() => quickInput.checked()).toEqual([]);
    // A tick that comes before the window has said which list it shows is taken away again.
    const tick = async (): Promise<string[]> => {
      if ((await quickInput.checked()).length === 0) await quickInput.check('10.0.10.9');
      await stage.workbench.page.waitForTimeout(200);
      return quickInput.checked();
    };
    await expect.poll(tick).toEqual(['10.0.10.9']);
    await quickInput.type('10.0.10.120');
    await expect.poll(async () => (await quickInput.checked()).sort()).toEqual(['10.0.10.120', '10.0.10.9']);
    await quickInput.button('Clear');
    await expect.poll(() => quickInput.checked()).toEqual([]);
    expect(await quickInput.value()).toBe('');
    await typeAddresses('10.0.10.121');
    await quickInput.accept();
    await quickInput.waitForTitle('(3/3)');
    expect((await quickInput.items()).join()).toContain('Assign 10.0.10.121 to web-01/eth0');
    await quickInput.cancel();
  });

  it('says nothing of an address that is half typed, and moves no row for it', async () => {
    const { quickInput } = stage.workbench;
    await openWizardOnWeb01();
    await quickInput.pick('Pick addresses');
    await typeAddresses('10.0.10.');
    await expect
      .poll(async () => (await quickInput.items()).slice(0, 2).map((row) => row.slice(0, 11)))
      .toEqual(['10.0.10.8, ', '10.0.10.9, ']);
    await quickInput.waitForTitle('Assign Secondary IPs · web-01');
    await quickInput.accept();
    await quickInput.waitForTitle('10.0.10. is not an IPv4 address');
    await quickInput.cancel();
  });

  it('names who loses an address before it is taken over, and offers to leave it out', async () => {
    const { quickInput, notifications } = stage.workbench;
    await openWizardOnWeb01();
    await quickInput.pick('Pick addresses');
    await typeAddresses('10.0.10.20, 10.0.10.50');
    await quickInput.accept();
    await expect
      .poll(async () => (await quickInput.items()).join())
      .toContain('Assign 10.0.10.20, 10.0.10.50 to web-01/eth0, taking over 10.0.10.20');
    expect((await quickInput.items()).join()).toContain('10.0.10.20 moves away from web-02/eth0.');
    expect((await quickInput.items()).join()).toContain('Only 10.0.10.50 will be assigned.');
    await stage.workbench.screenshot('assign-conflict');
    await quickInput.pick('Leave Them Out');
    await expect.poll(async () => (await quickInput.items()).join()).not.toContain('moves away');
    await quickInput.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.50.');
    expect(await stage.secondaryIps('701237')).toContain('10.0.10.20');
  });

  it('keeps what was typed and chosen when going back', async () => {
    const { quickInput } = stage.workbench;
    await openWizardOnWeb01();
    await quickInput.pick('Pick addresses');
    await typeAddresses('10.0.10.60 ');
    await quickInput.accept();
    await quickInput.waitForTitle('(3/3)');
    await quickInput.back();
    await quickInput.waitForTitle('(2/3)');
    expect(await quickInput.checked()).toEqual(['10.0.10.60']);
    await quickInput.back();
    await quickInput.waitForTitle('(1/3)');
    await quickInput.accept();
    await quickInput.waitForTitle('(2/3)');
    await expect.poll(() => quickInput.checked()).toEqual(['10.0.10.60']);
    await quickInput.cancel();
  });

  it('changes nothing when the review is dismissed', async () => {
    const { quickInput } = stage.workbench;
    await openWizardOnWeb01();
    await quickInput.pick('Propose addresses for me');
    await quickInput.pick('1');
    await quickInput.confirm();
    await quickInput.waitForTitle('(4/4)');
    await quickInput.cancel();
    expect(await stage.writes()).toEqual([]);
  });

  it('asks for the interface when it comes from the palette, found by any of its facts', async () => {
    const { quickInput, notifications } = stage.workbench;
    await stage.workbench.runCommand('NAVER Cloud IP: Assign Secondary IPs…');
    await quickInput.waitForTitle('Assign Secondary IPs (1/');
    await quickInput.type('701243');
    await expect.poll(async () => (await quickInput.items()).join()).toContain('5/5 full');
    await quickInput.type('db-vip-nic');
    await quickInput.pick('web-01/eth1');
    await quickInput.pick('Propose addresses for me');
    await quickInput.pick('1');
    await quickInput.confirm();
    await quickInput.pick('Assign');
    await notifications.waitFor('web-01/eth1 now has 10.0.20.8.');
  });

  it('starts from the title of the view, on the selected interface where there is one', async () => {
    const { quickInput, tree } = stage.workbench;
    await tree.expand('web-pub');
    await tree.select('bm-priv');
    await tree.titleAction('Assign Secondary IPs');
    await quickInput.waitForTitle('Assign Secondary IPs (1/');
    await quickInput.cancel();
    await tree.select(/^web-02/);
    await tree.titleAction('Assign Secondary IPs');
    await quickInput.waitForTitle('Assign Secondary IPs · web-02/eth0 (1/');
    await quickInput.cancel();
  });

  it('starts from the icon on an interface', async () => {
    const { quickInput, tree } = stage.workbench;
    await tree.expand('web-pub');
    await tree.inlineAction(/^web-01/, 'Assign Secondary IPs');
    await quickInput.waitForTitle('Assign Secondary IPs · web-01/eth0 (1/');
    await quickInput.cancel();
  });

  it('makes one plan of a list whose lines name the interface by number, name or primary address', async () => {
    const { quickInput, notifications } = stage.workbench;
    await assignFromClipboard(stage.workbench, '701236,10.0.10.41\nvip-holder,10.0.10.42\n10.0.20.7,10.0.20.43\n');
    await quickInput.waitForTitle('Assign 10.0.10.41, 10.0.10.42, 10.0.20.43 to 3 interfaces');
    await quickInput.pick('Assign');
    await notifications.waitFor('10.0.20.43');
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.41']);
    expect(await stage.secondaryIps('701252')).toContain('10.0.10.42');
    expect(await stage.secondaryIps('701251')).toEqual(['10.0.20.43']);
  });

  it('marks what is wrong in a pasted list, and assigns nothing by itself', async () => {
    const list = await openFromClipboard(stage.workbench, '701236,10.0.10.41\nvip-holder,10.0.10.400\n');
    await list.waitForLens('1 line to correct');
    expect(await list.nextMark()).toContain('10.0.10.400 is not an IPv4 address');
    expect(await stage.writes()).toEqual([]);
  });
});
