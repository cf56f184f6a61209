import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import type { Settings } from '../../../src/contributions';
import { setting } from '../../../src/ui/settings';
import { withSettings } from '../../support/withSettings';

interface Declared {
  readonly type: string | readonly string[];
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}
const declared = Object.entries(manifest.contributes.configuration.properties as Record<string, Declared>).map(
  ([key, declaration]) => [key.replace('ncloudIp.', '') as keyof Settings, declaration] as const,
);
/** What a value counts as. */
const meant = (value: unknown): unknown => (value === 'auto' ? 50 : value);
const read = (key: keyof Settings, value: unknown): unknown => {
  withSettings({ [key]: value });
  return setting(key);
};

describe('a setting', () => {
  it.each(declared)(
    '%s takes every value that package.json allows',
    (key, { enum: words, minimum, maximum, ...own }) => {
      const allowed = words ?? [minimum, maximum].filter((limit) => limit !== undefined);
      for (const value of [...allowed, own.default]) expect(read(key, value)).toEqual(meant(value));
    },
  );

  it.each(declared)('%s is cautious when its value is none of those', (key, { minimum, maximum, ...own }) => {
    // The default is the highest pace there is.
    const cautious = key === 'requestsPerSecond' ? 10 : own.default;
    const unknown = [undefined, null, {}, [7], ['staging', null], 'nver', '10', true, NaN, Infinity, -1, 1e9];
    const outside = [minimum, maximum].flatMap((limit, isMost) => (limit === undefined ? [] : limit + (isMost || -1)));
    for (const value of [...unknown, ...outside]) expect(read(key, value), JSON.stringify(value)).toEqual(cautious);
  });

  it('that is misspelt reviews, and lets code change nothing', () => {
    expect(read('confirm', 'nver')).toBe('always');
    expect(read('allowUnattendedChanges', 'staging')).toEqual([]);
    expect(read('allowUnattendedChanges', ['staging'])).toEqual(['staging']);
  });
});
