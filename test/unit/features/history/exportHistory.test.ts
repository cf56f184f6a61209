import { readFileSync, writeFileSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { workspace, type Uri } from 'vscode';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportHistory } from '../../../../src/features/history/exportHistory';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { user } from '../../../support/scriptedPrompter';

beforeEach(() => {
  const fs = {
    stat: ({ fsPath }: Uri) => stat(fsPath),
    writeFile: ({ fsPath }: Uri, bytes: Uint8Array) => writeFile(fsPath, bytes),
  };
  Object.assign(workspace, { fs });
});

describe('exporting the history by code', () => {
  it.each([
    ['keeps a file that is there', user.says(false), 'mine'],
    ['writes over it with a yes', user.says(true), ''],
  ] as const)('%s', async (_, reply, kept) => {
    const { context } = await openCommandBench(reply);
    const file = path.join(path.dirname(context.journalFolder), 'history.jsonl');
    writeFileSync(file, 'mine');
    await call(exportHistory, context, { file });
    expect(context.prompter.asked).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe(kept);
  });

  it('asks nothing where no file is', async () => {
    const { context } = await openCommandBench();
    const file = path.join(path.dirname(context.journalFolder), 'history.csv');
    await call(exportHistory, context, { file });
    expect(readFileSync(file, 'utf8')).toContain(',');
  });
});
