import { window } from 'vscode';
import { afterEach, expect, it, vi } from 'vitest';
import { runCommand } from '../../../src/features/runCommand';
import { openCommandBench } from '../../support/commandBench';

afterEach(() => void vi.restoreAllMocks());

it('what cannot be done is said in its own words, without a log to read or a fault to report', async () => {
  const { context } = await openCommandBench();
  const info = vi.spyOn(window, 'showInformationMessage').mockResolvedValue(undefined);
  const error = vi.spyOn(window, 'showErrorMessage').mockResolvedValue(undefined);
  await runCommand(context, 'ncloudIp.undo', []);
  expect(info.mock.calls.map(([message, ...rest]) => [message, rest.filter((one) => typeof one === 'string')])).toEqual(
    [['Nothing to undo in the current account and region.', []]],
  );
  expect(error).not.toHaveBeenCalled();
  const lines = context.log.lines;
  expect(lines.filter((line) => line.includes('Nothing to undo')).join()).toMatch(/info/);
  await expect(runCommand(context, 'ncloudIp.undo', [{ confirm: false }])).rejects.toThrow('Nothing to undo');
});
