import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { stateFolder } from '../../../../src/cli/account/stateFolder';

describe('stateFolder', () => {
  const HOME = path.resolve('/home/somebody');

  it('is where the platform keeps such files', () => {
    expect(stateFolder({ HOME }, 'linux')).toBe(path.join(HOME, '.local', 'state', 'ncloud-ip'));
    expect(stateFolder({ HOME }, 'darwin')).toBe(path.join(HOME, 'Library', 'Application Support', 'ncloud-ip'));
    expect(stateFolder({ HOME, LOCALAPPDATA: '/local' }, 'win32')).toBe(path.join('/local', 'ncloud-ip'));
  });

  it('is never the folder that one happens to stand in', () => {
    for (const home of ['', 'somewhere']) expect(path.isAbsolute(stateFolder({ HOME: home }, 'linux'))).toBe(true);
  });

  it('follows XDG_STATE_HOME, when that is absolute', () => {
    const state = path.resolve('/state');
    expect(stateFolder({ HOME, XDG_STATE_HOME: state }, 'darwin')).toBe(path.join(state, 'ncloud-ip'));
    expect(stateFolder({ HOME, XDG_STATE_HOME: 'state' }, 'linux')).toBe(stateFolder({ HOME }, 'linux'));
  });
});
