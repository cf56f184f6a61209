import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../../../src/api/makeFolder';
import { createTemporaryFolder, removeTemporaryFolder } from '../../host/temporaryFolder.mjs';

describe('makeFolder', () => {
  const folders: string[] = [];
  const newFolder = (): string => {
    folders.push(createTemporaryFolder('make'));
    return folders.at(-1)!;
  };
  afterEach(() => folders.splice(0).forEach((one) => removeTemporaryFolder(one)));

  it('makes what is missing above, also for several at once, and leaves what is there', async () => {
    const deep = path.join(newFolder(), 'a', 'b', 'c');
    await Promise.all(Array.from({ length: 8 }, () => makeFolder(deep)));
    fs.writeFileSync(path.join(deep, 'kept'), '');
    await makeFolder(deep);
    expect(fs.readdirSync(deep)).toEqual(['kept']);
  });

  it('says that a file is in its place, or above it', async () => {
    const file = path.join(newFolder(), 'file');
    fs.writeFileSync(file, '');
    await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(path.join(file, 'a', 'b'))).rejects.toMatchObject({
      code: expect.stringMatching(/ENOTDIR|EEXIST|ENOENT/) as string,
    });
  });

  it.skipIf(process.platform !== 'linux')(
    'ends where the system goes on to say that the folder above is missing',
    async () => {
      await expect(makeFolder('/proc/ncloud-ip/a/b')).rejects.toMatchObject({ code: 'ENOENT' });
    },
  );
});
