import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';

describe('a region of 10,000 interfaces', () => {
  const stage = useStage({ sandbox: { scenario: 'large', nics: 10_000, delay: 0 } });

  it('is read in ten pages, and what is deep down in it is found and revealed', async () => {
    const { quickInput, tree } = stage.workbench;
    const { regions } = await stage.sandbox.state();
    const interfaces = regions.find(({ regionCode }) => regionCode === 'KR')?.interfaces ?? [];
    const last = interfaces.findLast(({ secondaryIpList }) => secondaryIpList.length > 0);
    const address = last?.secondaryIpList.at(-1) ?? '';
    expect(interfaces.length).toBeGreaterThanOrEqual(10_000);

    await tree.titleAction('Refresh');
    const pages = async (): Promise<string[]> =>
      (await stage.sandbox.requests())
        .filter(({ action, status }) => action === 'getNetworkInterfaceList' && status === 200)
        .filter(({ params }) => params.pageSize === '1000')
        .map(({ params }) => params.pageNo ?? '');
    await expect.poll(pages).toHaveLength(Math.ceil(interfaces.length / 1000));
    await stage.workbench.runCommand('NAVER Cloud IP: Find Address…');
    await quickInput.waitForTitle('Find Address');
    await quickInput.type(address);
    await expect.poll(async () => (await quickInput.items())[0]).toContain(`${address}, secondary`);
    await quickInput.accept();
    await expect.poll(async () => (await tree.rows()).find(({ isSelected }) => isSelected)?.text).toContain(address);
  });
});
