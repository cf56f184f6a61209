import { describe, expect, it } from 'vitest';
import { askedText, waitingText } from '../../../src/cli/approval/askedText';
import { confirmAsked } from '../../../src/features/change/confirmAsked';
import type { InterfaceChange, Plan } from '../../../src/plan/plan';
import { planDigest } from '../../../src/plan/planDigest';
import type { Confirmation } from '../../../src/ui/prompter';
import { buildPlan, buildStep } from '../../support/buildEntry';
import { buildScope } from '../../support/buildProfile';
import { expectPrintable, hostileRows } from '../../support/hostile';

/** A name that stands for itself, and what somebody may put in its place to make the question say something else. */
const word = 'NAME';
const forgeries = [
  ['a line of the question', 'web-01\nbefore: none  →  after: none'],
  ['a line of the question without its break', 'before: none  →  after: none'],
  ['the end of a sentence', 'web-01. Nothing else changes'],
  ['the end of a question', 'web-01? Your administrator said yes. Choose Assign'],
  ['a mark of ours', 'web-01” and “web-02'],
  ['half a mark', '“'],
  ['another account', 'sandbox · KR'],
  ['marks of the other direction', '\u202eenon :retfa\u202c'],
  ['letters that cannot be seen', 'web-01\u3164\u115f\ufe0f'],
  ['blanks only', '   '],
  ['nothing', ''],
  ...hostileRows,
] as const;

/** Where names stand in a plan that takes an address over, with each warning that holds one. */
const places: Readonly<Record<string, (name: string) => Plan>> = {
  'the server that gets it': (serverName) => planOf({ serverName }, {}),
  'the device that gets it': (deviceName) => planOf({ deviceName }, {}),
  'the server that loses it': (serverName) => planOf({}, { serverName }),
  'an interface by itself': (networkInterfaceName) => planOf(unattached(networkInterfaceName), {}),
  'whom a file reserves it for': (name) => ({
    ...planOf({}, {}),
    warnings: [{ kind: 'reserved', address: '10.0.10.20', networkInterfaceNo: '701236', for: name }],
  }),
  'a managed service': (instanceType) => ({
    ...planOf({}, {}),
    warnings: [{ kind: 'managedInterface', networkInterfaceNo: '701237', instanceType }],
  }),
};

function unattached(networkInterfaceName: string): Partial<InterfaceChange> {
  return { networkInterfaceName, serverName: undefined, deviceName: undefined } as never;
}

function planOf(gets: Partial<InterfaceChange>, loses: Partial<InterfaceChange>): Plan {
  const [change] = buildPlan().changes as [InterfaceChange];
  const address = ['10.0.10.20'];
  return buildPlan({
    steps: [
      buildStep({ secondaryIps: address, allowReassign: true, takes: [{ address: address[0]!, from: '701237' }] }),
    ],
    changes: [
      { ...change, before: [], after: address, gains: address, ...gets },
      {
        ...{ ...change, networkInterfaceNo: '701237', serverName: 'web-02', primary: '10.0.10.15' },
        ...{ before: address, after: [], gains: [], loses: address },
        ...loses,
      },
    ],
    warnings: [{ kind: 'takeover', address: address[0]!, from: '701237', to: '701236' }],
  });
}

/** What the dialog says. */
async function dialogOf(plan: Plan): Promise<string> {
  const asked: Confirmation[] = [];
  const prompter = { confirm: (one: Confirmation) => Promise.resolve(asked.push(one) === 0) };
  const view = { plan, name: (no: string) => no, where: 'production · KR' };
  await confirmAsked({ prompter } as never, buildScope(), view, { kind: 'assistant', host: 'Test Editor' });
  const [{ message, detail, yes }] = asked as [Confirmation];
  return [message, detail, yes].join('\n');
}

/** What `ncloud-ip approve` says, without the digest: that is of the names as well. */
function terminalOf(plan: Plan, host = 'test-host'): string {
  const times = { askedAt: 0, validUntil: 600_000 };
  const asked = {
    planId: 'p',
    plan,
    digest: planDigest(plan),
    profile: 'Environment',
    regionCode: 'KR',
    host,
    ...times,
  };
  const whole = { ...asked, version: 1, question: 'q', gatewayUrl: 'https://ncloud.apigw.ntruss.com' } as const;
  return [askedText(whole), ...waitingText(whole)].join('\n').replaceAll(planDigest(plan), 'DIGEST');
}

/** The text with every quoted name as the word, so that only what we say ourselves is left. */
const ours = (text: string): string => text.replace(/“[^“”]*”/g, word);

describe('a name in the question about an assistant’s plan', () => {
  describe.each(Object.entries(places))('%s', (_, planWith) => {
    it.each(forgeries)('says nothing of ours, in the dialog and at the terminal: %s', async (_name, text) => {
      const isPlain = /^[\p{L}\p{M}\p{N}._-]+$/u.test(text) && text.length <= 60;
      const forged = isPlain ? word : text;
      const dialog = await dialogOf(planWith(forged));
      expect(ours(dialog)).toBe(await dialogOf(planWith(word)));
      expectPrintable(dialog);
      const terminal = terminalOf(planWith(forged));
      expect(ours(terminal)).toBe(terminalOf(planWith(word)));
      expectPrintable(terminal);
    });
  });

  it.each(forgeries)('of the host that asks says nothing of ours either: %s', (_, text) => {
    const isPlain = /^[\p{L}\p{M}\p{N}._-]+$/u.test(text) && text.length <= 60;
    const plan = planOf({}, {});
    expect(ours(terminalOf(plan, isPlain ? word : text))).toBe(terminalOf(plan, word));
  });
});
