import { describe, expect, it, vi } from 'vitest';
import { env } from 'vscode';
import { findAddress } from '../../../../src/features/find/findAddress';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { user } from '../../../support/scriptedPrompter';

const pasted = '10.0.20.100 10.0.20.200 192.0.2.1';

describe('several addresses pasted into Find Address', () => {
  it.each([
    ['CSV', /^address,state,server,.*\r\n10\.0\.20\.100,secondary,db-01,/],
    ['Markdown table', /^\| address \| state \|.*\n.*\n\| 10\.0\.20\.100 \| secondary \| db-01 \|/],
  ])('go to the clipboard as a table: %s', async (format, expected) => {
    const writeText = vi.fn<(text: string) => void>();
    Object.assign(env, { clipboard: { writeText } });
    const { context, profile } = await openCommandBench(user.finds(pasted, 'Copy who holds these 3 addresses'));
    await context.networks.load({ profile, regionCode: 'KR' });
    const search = context.prompter.search.bind(context.prompter);
    const prompter = {
      ...context.prompter,
      search: (question: Parameters<typeof search>[0]) =>
        search({
          ...question,
          // Both rows have one label: the one of this format is left.
          find: (text) =>
            question.find(text).filter((row) => !row.label.startsWith('Copy') || row.description === format),
        }),
    };
    await call(findAddress, { ...context, prompter } as unknown as typeof context);
    expect(writeText.mock.calls[0]?.[0]).toMatch(expected);
    expect(writeText.mock.calls[0]?.[0]).toMatch(/192\.0\.2\.1.*outside/);
  });

  it('are answered to code as rows', async () => {
    const { context } = await openCommandBench();
    const answer = await call(findAddress, context, { text: pasted, interactive: false });
    expect(answer).toMatchObject({
      table: [{ state: 'secondary', server: 'db-01' }, { state: 'not seen in use' }, { state: 'outside' }],
    });
  });
});
