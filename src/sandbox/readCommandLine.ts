import { parseArgs } from 'node:util';
import type { SandboxOptions, ScenarioName } from './sandboxOptions';

const names = ['small', 'empty', 'large'] as const satisfies readonly ScenarioName[];

/** parseArgs takes `-1000` for an option of its own unless it stands behind `=`. */
function joinNegative(arg: string, index: number, args: readonly string[]): string[] {
  if (/^-\d/.test(arg) && /^--[a-z-]+$/.test(args[index - 1] ?? '')) return [];
  const next = args[index + 1] ?? '';
  return [/^--[a-z-]+$/.test(arg) && /^-\d/.test(next) ? `${arg}=${next}` : arg];
}

/** Options of `npm run sandbox -- …`. Throws an Error with a sentence for the terminal when one is not understood. */
export function readCommandLine(args: readonly string[]): SandboxOptions {
  const { values } = parseArgs({
    args: args.flatMap(joinNegative),
    options: {
      port: { type: 'string' },
      scenario: { type: 'string' },
      nics: { type: 'string' },
      delay: { type: 'string' },
      skew: { type: 'string' },
      seed: { type: 'string' },
      rate: { type: 'string' },
      'no-retry-after': { type: 'boolean' },
      'accept-busy': { type: 'boolean' },
      'access-key': { type: 'string' },
      'secret-key': { type: 'string' },
      'viewer-access-key': { type: 'string' },
      'viewer-secret-key': { type: 'string' },
      'transit-vpc': { type: 'boolean' },
    },
  });
  const scenario = values.scenario === undefined ? undefined : names.find((name) => name === values.scenario);
  if (values.scenario !== undefined && !scenario) throw new Error(`--scenario is one of ${names.join(', ')}.`);
  const numbers = (['port', 'nics', 'delay', 'skew', 'seed', 'rate'] as const).flatMap((name) => {
    const text = values[name];
    if (text === undefined) return [];
    if (!/^-?\d+$/.test(text)) throw new Error(`--${name} needs a whole number, not "${text}".`);
    return [[name, Number(text)] as const];
  });
  const viewer = keyOf(values['viewer-access-key'], values['viewer-secret-key']);
  return {
    ...(scenario && { scenario }),
    ...Object.fromEntries(numbers),
    ...(values['no-retry-after'] && { retryAfter: false }),
    ...(values['accept-busy'] && { acceptBusy: true }),
    ...keyOf(values['access-key'], values['secret-key']),
    ...(Object.keys(viewer).length > 0 && { viewer }),
    ...(values['transit-vpc'] && { transitVpc: true }),
  };
}

function keyOf(accessKey: string | undefined, secretKey: string | undefined) {
  return { ...(accessKey !== undefined && { accessKey }), ...(secretKey !== undefined && { secretKey }) };
}
