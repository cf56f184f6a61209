import { describe, expect, it } from 'vitest';
import { commandTable } from '../../../src/features/commandTable';
import { commandIds } from '../../../src/contributions';

describe('commandTable', () => {
  it('has a function for every command, in the order of the ids', () => {
    expect(Object.keys(commandTable)).toEqual([...commandIds]);
    expect(Object.values(commandTable).every((command) => typeof command === 'function')).toBe(true);
  });

  it('names each function like its command, so that one is found by the other', () => {
    const names = Object.entries(commandTable).map(([id, { name }]) => [id, `ncloudIp.${name}`]);
    expect(names.filter(([id, name]) => id !== name)).toEqual([]);
  });
});
