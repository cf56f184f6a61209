import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findKeys } from '../../../../src/session/keys/ncloudConfigure';

const file = 'ncloud_access_key_id = ncpTestAccessKey0001\nncloud_secret_access_key = ncpTestSecretKey0001\n';

/** A home with a configure file, when there is a text for it. */
async function makeHome(text?: string): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-home-'));
  onTestFinished(() => rm(home, { recursive: true }));
  if (text !== undefined) {
    await mkdir(path.join(home, '.ncloud'));
    await writeFile(path.join(home, '.ncloud', 'configure'), text);
  }
  return home;
}

describe('findKeys', () => {
  it('finds the variables first, then the file', async () => {
    const env = { HOME: await makeHome(file), NCLOUD_ACCESS_KEY: 'ncpTestAccessKey0002', NCLOUD_SECRET_KEY: 'secret' };
    expect((await findKeys(env)).map(({ name }) => name)).toEqual(['Environment', 'DEFAULT']);
  });

  it('looks in the home folder of Windows where there is no HOME', async () => {
    expect(await findKeys({ USERPROFILE: await makeHome(file) })).toMatchObject([{ name: 'DEFAULT' }]);
  });

  it('finds nothing where there is no file', async () => {
    expect(await findKeys({ HOME: await makeHome() })).toEqual([]);
  });

  it('finds nothing where the file cannot be read', async () => {
    const home = await makeHome();
    await mkdir(path.join(home, '.ncloud', 'configure'), { recursive: true });
    expect(await findKeys({ HOME: home })).toEqual([]);
  });
});
