import * as v from 'valibot';
import { workspace } from 'vscode';
import type { Settings } from '../contributions';

/** A number within its limits of package.json, or the one that stands in for anything else. */
const within = (least: number, most: number, otherwise: number) =>
  v.fallback(v.pipe(v.number(), v.minValue(least), v.maxValue(most)), otherwise);

/**
 * What each setting may be, and what counts in place of anything else: settings.json is typed by hand and synchronised
 * between versions, so a value may be misspelt or unknown here. What stands in is always a cautious one, mostly the default.
 */
const schemas = {
  /** `auto` is no ceiling of one's own: the highest there is. Whoever typed something else meant to slow down. */
  requestsPerSecond: v.fallback(
    v.union([
      v.pipe(
        v.literal('auto'),
        v.transform(() => 50),
      ),
      v.pipe(v.number(), v.minValue(1), v.maxValue(50)),
    ]),
    10,
  ),
  requestTimeoutSeconds: within(1, 300, 30),
  confirm: v.fallback(v.picklist(['always', 'risky', 'never']), 'always'),
  allowUnattendedChanges: v.fallback(v.array(v.string()), []),
  'sandbox.scenario': v.fallback(v.picklist(['small', 'empty', 'large']), 'small'),
  'sandbox.interfaces': within(1, 20_000, 10_000),
  'sandbox.settleSeconds': within(0, 60, 3),
  autoRefreshMinutes: within(0, 1_440, 0),
  staleMinutes: within(Number.MIN_VALUE, 1_440, 15),
  'history.keepDays': within(0, 36_500, 0),
} satisfies { readonly [K in keyof Settings]: v.GenericSchema<unknown, Settings[K]> };

/** A setting's value now, or what stands in for one that is not understood. The only reader of our settings. */
export function setting<K extends keyof Settings>(key: K): Settings[K] {
  const schema: v.GenericSchema<unknown, Settings[keyof Settings]> = schemas[key];
  return v.parse(schema, workspace.getConfiguration('ncloudIp').get<unknown>(key)) as Settings[K];
}
