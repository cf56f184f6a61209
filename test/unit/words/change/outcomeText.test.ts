import { describe, expect, it } from 'vitest';
import { JournalError } from '../../../../src/change/journalTrouble';
import type { Outcome, StepOutcome } from '../../../../src/change/outcome';
import type { UnknownReason } from '../../../../src/plan/verifyStep';
import { createNamer } from '../../../../src/words/namer';
import { outcomeSeverity, outcomeText } from '../../../../src/words/change/outcomeText';
import { apiFailure } from '../../../support/apiFailure';
import { buildPlan, buildStep } from '../../../support/buildEntry';
import { expectGolden } from '../../../support/goldenText';
import { threeInterfaces } from '../../../support/threeInterfaces';

const name = createNamer(threeInterfaces());
const applied = (address: string) => ({ address, result: 'applied' }) as const;
const missed = (address: string) => ({ address, result: 'notApplied' }) as const;
const lost = apiFailure('timeout', { layer: 'transport', action: 'assignSecondaryIps', effect: 'unknown' });

function step(outcome: Partial<StepOutcome> = {}): StepOutcome {
  const made = outcome.step ?? buildStep();
  return {
    step: made,
    result: 'applied',
    addresses: made.secondaryIps.map(applied),
    chosen: [],
    unexpected: [],
    reconciled: false,
    settled: true,
    durationMs: 1,
    ...outcome,
  };
}
function outcome(steps: readonly StepOutcome[], rest: Partial<Outcome> = {}): Outcome {
  const [first] = steps;
  const result = first === undefined || first.result === 'skipped' ? 'notApplied' : first.result;
  const plan = buildPlan({ steps: steps.map((one) => one.step) });
  return { plan, steps, result, cancelled: false, interfaces: [], ...rest };
}
const unknown = (reason: UnknownReason, rest: Partial<StepOutcome> = {}): StepOutcome =>
  step({ result: 'unknown', reason, addresses: [{ address: '10.0.10.11', result: 'unknown', reason }], ...rest });
const skipped = step({ result: 'skipped', addresses: [] });
const unassign = buildStep({ action: 'unassignSecondaryIps', networkInterfaceNo: '701237' });
const counted = buildStep({ secondaryIps: ['10.0.10.11'], count: 2 });

const samples: Readonly<Record<string, Outcome>> = {
  assigned: outcome([step()]),
  'assigned, some by the choice of the service': outcome([
    step({
      step: counted,
      addresses: ['10.0.10.11', '10.0.10.40', '10.0.10.41'].map(applied),
      chosen: ['10.0.10.40', '10.0.10.41'],
    }),
  ]),
  'assigned, and somebody else was there': outcome([
    step({ unexpected: [{ networkInterfaceNo: '701237', appeared: ['10.0.10.40'], disappeared: ['10.0.10.20'] }] }),
  ]),
  unassigned: outcome([step({ step: unassign })]),
  'assigned, found by reading': outcome([step({ reconciled: true, error: lost })]),
  'assigned, still settling': outcome([step({ settled: false })]),
  'assigned in part': outcome([step({ result: 'partly', addresses: [applied('10.0.10.11'), missed('10.0.10.12')] })]),
  'assigned in part, too few chosen': outcome([
    step({
      step: counted,
      result: 'partly',
      addresses: [applied('10.0.10.11'), applied('10.0.10.40')],
      chosen: ['10.0.10.40'],
    }),
  ]),
  'unassigned in part': outcome([
    step({ step: unassign, result: 'partly', addresses: [applied('10.0.10.11'), missed('10.0.10.12')] }),
  ]),
  refused: outcome([
    step({
      result: 'notApplied',
      addresses: [missed('10.0.10.11'), missed('10.0.10.12')],
      error: apiFailure('refused', { action: 'assignSecondaryIps', apiMessage: 'Busy.', code: '1000036' }),
    }),
  ]),
  'lost, found not applied': outcome([
    step({ result: 'notApplied', addresses: [missed('10.0.10.11')], reconciled: true, error: lost }),
  ]),
  'lost, nobody knows': outcome([
    step({ result: 'unknown', reason: 'unreadable', reconciled: true, settled: false, error: lost }),
  ]),
  'cancelled after the first of three': outcome([step(), skipped, skipped], { result: 'partly', cancelled: true }),
  'stopped because the world moved on': outcome([skipped], {
    stale: { step: buildStep(), drift: { kind: 'settling', networkInterfaceNo: '701236' } },
  }),
  'stopped because nothing could be written down': outcome([skipped], { journalFailed: true }),
  'stopped because the disk was full': outcome([skipped], {
    journalFailed: true,
    journalError: new JournalError(new Error('no space'), 'diskFull'),
  }),
  'stopped because the keys were replaced': outcome([skipped], { ended: 'keysReplaced' }),
  'stopped because the profile was removed': outcome([skipped], { ended: 'profileRemoved' }),
  'stopped because the profile was made read-only': outcome([skipped], { ended: 'readOnly' }),
  'lost, and still being read': outcome([unknown('stillLooking', { isInterim: true, reconciled: true, error: lost })]),
  'answered, and not in the list yet': outcome([unknown('contradicted', { isInterim: true })]),
  'answered, and never in the list': outcome([unknown('contradicted')]),
  'missing from the list': outcome([unknown('missing')]),
};

describe('outcomeText', () => {
  it('says what is, for every way a change can end', async () => {
    const lines = Object.entries(samples).map(
      ([what, sample]) => `${what} (${outcomeSeverity(sample)})\n  ${outcomeText(sample, name)}`,
    );
    await expectGolden(import.meta.filename, 'outcomeText.txt', lines);
  });

  it('never claims that nothing was changed when nobody knows', () => {
    expect(outcomeText(samples['lost, nobody knows']!, name)).not.toContain('Nothing was changed');
  });

  it('gives the count of a long change, spells out two that failed and sends to the details for the rest', () => {
    const of = (at: number) => buildStep({ id: at, networkInterfaceNo: String(701240 + at) });
    const failed = [17, 18, 19].map((at) =>
      step({ step: of(at), result: 'notApplied', addresses: [missed('10.0.10.11')] }),
    );
    const done = Array.from({ length: 17 }, (_, at) => step({ step: of(at) }));
    const text = outcomeText(outcome([...done, ...failed]), name);
    expect(text.split('Nothing was changed on')).toHaveLength(3);
    expect(text).toContain('17 of 20 interfaces changed as planned.');
    expect(text).toContain('See Details for 1 more with problems.');
  });

  it('tells in one sentence what two calls did to an interface', () => {
    const takes = buildStep({ id: 2, secondaryIps: ['10.0.10.20'], allowReassign: true });
    const error = apiFailure('refused', { action: 'assignSecondaryIps', apiMessage: 'Busy.', code: '1000036' });
    const refused = step({ result: 'notApplied', addresses: ['10.0.10.11', '10.0.10.12'].map(missed), error });
    const text = outcomeText(outcome([refused, step({ step: takes })]), name);
    expect(text).toBe(
      'web-01/eth0 now has 10.0.10.20, but not 10.0.10.11, 10.0.10.12. NAVER Cloud rejected assignSecondaryIps. NAVER Cloud says: “Busy.” (1000036)',
    );
    expect(outcomeText(outcome([step(), step({ step: takes })]), name)).toBe(
      'web-01/eth0 now has 10.0.10.11, 10.0.10.12, 10.0.10.20.',
    );
  });

  it('calls no error what somebody cancelled before anything was sent', () => {
    const cancelled = outcome([skipped, skipped], { cancelled: true });
    expect(outcomeSeverity(cancelled)).toBe('info');
    expect(outcomeSeverity({ ...cancelled, cancelled: false })).toBe('error');
  });

  it('names every interface of a change with several steps', () => {
    const text = outcomeText(outcome([step(), step({ step: unassign })]), name);
    expect(text).toContain('web-01/eth0');
    expect(text).toContain('web-02/eth0');
  });

  it.each([
    ['applied', 'info'],
    ['partly', 'warning'],
    ['unknown', 'warning'],
    ['notApplied', 'error'],
  ] as const)('a change that is %s is a message of the kind %s', (result, severity) => {
    expect(outcomeSeverity(outcome([], { result }))).toBe(severity);
  });
});
