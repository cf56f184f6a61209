import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { NotOurs, openPrivateFolder } from '../../../../src/cli/approval/privateFolder';
import { createTemporaryFolder } from '../../../host/temporaryFolder.mjs';

describe.skipIf(process.platform === 'win32')('a private folder', () => {
  const place = (): string => path.join(createTemporaryFolder('private'), 'state', 'approvals');
  const modeOf = (file: string): number => fs.statSync(file).mode & 0o777;

  it('is for its owner alone, whatever the process would give to others', async () => {
    const before = process.umask(0);
    try {
      const folder = place();
      const files = await openPrivateFolder(folder);
      expect(await files.write('one', { a: 1 })).toBe(true);
      expect(modeOf(folder)).toBe(0o700);
      for (const name of ['secret', 'one']) expect(modeOf(path.join(folder, name)), name).toBe(0o600);
    } finally {
      process.umask(before);
    }
  });

  it('gives back what was written, once, also to another process that knows the secret', async () => {
    const folder = place();
    const [one, other] = [await openPrivateFolder(folder), await openPrivateFolder(folder)];
    expect(await one.write('one', { a: 1 })).toBe(true);
    expect(await other.write('one', { a: 2 })).toBe(false);
    expect(await other.read('one')).toEqual({ a: 1 });
    expect(await other.read('two')).toBeUndefined();
    await other.remove('one');
    expect(await one.list()).toEqual([]);
  });

  it('refuses a file under another name, a changed one, a link, and one that others may read', async () => {
    const folder = place();
    const files = await openPrivateFolder(folder);
    await files.write('one', { isYes: false });
    const at = (name: string): string => path.join(folder, name);
    fs.copyFileSync(at('one'), at('renamed'));
    fs.writeFileSync(at('changed'), fs.readFileSync(at('one'), 'utf8').replace('false', 'true'), { mode: 0o600 });
    fs.symlinkSync(at('one'), at('link'));
    await files.write('open', {});
    fs.chmodSync(at('open'), 0o644);
    for (const name of ['renamed', 'changed', 'link', 'open'])
      await expect(files.read(name), name).rejects.toThrow(NotOurs);
  });

  it('is not opened when others may look into it, or know its secret', async () => {
    const folder = place();
    await openPrivateFolder(folder);
    fs.chmodSync(path.join(folder, 'secret'), 0o640);
    await expect(openPrivateFolder(folder)).rejects.toThrow(NotOurs);
    fs.chmodSync(path.join(folder, 'secret'), 0o600);
    fs.chmodSync(folder, 0o755);
    await expect(openPrivateFolder(folder)).rejects.toThrow(NotOurs);
  });
});
