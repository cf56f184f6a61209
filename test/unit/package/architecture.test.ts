import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawRooms } from '../../host/drawRooms.mjs';
import { root } from '../../host/paths.mjs';

type Rooms = Record<string, string[]>;

const page = fs.readFileSync(path.join(root, 'docs', 'architecture.md'), 'utf8');
const { house } = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs') as {
  house: { core: Rooms; rooms: Rooms };
};
const withRoom = (rooms: Rooms): typeof house => ({ ...house, rooms: { ...house.rooms, ...rooms } });

describe('docs/architecture.md', () => {
  it('draws the rooms as the import rules have them: `npm run docs` writes it anew', async () => {
    expect(page).toBe(await drawRooms(page));
  });

  it('would be another page with other rules', async () => {
    expect(await drawRooms(page, withRoom({ tree: ['model'] }))).not.toBe(page);
    expect(await drawRooms(page, withRoom({ plan: [] }))).not.toBe(page);
  });

  it('is not drawn before somebody says what is in a new room', async () => {
    await expect(drawRooms(page, withRoom({ attic: [] }))).rejects.toThrow('attic');
  });

  it('names every bundle that the build makes', () => {
    const build = fs.readFileSync(path.join(root, 'esbuild.js'), 'utf8');
    const bundles = [...build.matchAll(/dist\/(\w+\.js)/g)].map(([, name]) => name ?? '');
    expect(bundles.length).toBeGreaterThan(5);
    expect(bundles.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
