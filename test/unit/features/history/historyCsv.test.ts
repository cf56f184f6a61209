import { describe, it } from 'vitest';
import { historyCsv } from '../../../../src/features/history/historyCsv';
import { buildEntry, buildPlan, buildRecord, buildStep } from '../../../support/buildEntry';
import { expectGolden } from '../../../support/goldenText';

describe('the history as CSV', () => {
  it('has a row for each address of each call, with what became of it and who lost it', async () => {
    const step = buildStep({ takes: [{ address: '10.0.10.12', from: '701237' }], allowReassign: true });
    const losing = { ...buildPlan().changes[0]!, networkInterfaceNo: '701237', serverName: 'web-02' };
    const plan = buildPlan({ steps: [step], changes: [...buildPlan().changes, losing] });
    const partly = buildRecord({
      step,
      result: 'partly',
      requestId: 'r-1',
      addresses: [
        { address: '10.0.10.11', result: 'applied' },
        { address: '10.0.10.12', result: 'notApplied' },
      ],
    });
    const counted = buildStep({ secondaryIps: [], count: 2 });
    const lines = historyCsv([
      buildEntry({ plan, steps: [partly], retriedBy: 'entry-2' }),
      buildEntry({ id: 'entry-2', undoes: 'entry-1', profile: { id: 'p2', name: '=staging' } }),
      buildEntry({
        id: 'entry-3',
        state: 'open',
        steps: [{ step: counted, state: 'sent', addresses: [], chosen: [] }],
      }),
    ]);
    await expectGolden(import.meta.filename, 'history.csv', lines.replaceAll('\r', ''));
  });
});
