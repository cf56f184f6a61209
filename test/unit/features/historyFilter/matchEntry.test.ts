import { describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../../../src/change/journalEntry';
import { entryWords } from '../../../../src/features/historyFilter/entryWords';
import { createMatcher } from '../../../../src/features/historyFilter/matchEntry';
import { openHistoryFilter } from '../../../../src/features/historyFilter/openHistoryFilter';
import type { HistoryFilter, Thing } from '../../../../src/session/journal/historyFilter';
import { buildEntry, buildPlan, buildRecord, buildStep } from '../../../support/buildEntry';

const [web] = buildPlan().changes;
const db = {
  ...web!,
  networkInterfaceNo: '701240',
  networkInterfaceName: 'nic-701240',
  serverName: 'db-01',
  subnetNo: '3105',
  primary: '10.0.20.14',
  after: ['10.0.20.11'],
  gains: ['10.0.20.11'],
};
const dbStep = buildStep({ networkInterfaceNo: '701240', secondaryIps: ['10.0.20.11'] });
/** Of web-01: two addresses. Of db-01: one, by another profile, which failed. A takeover from web-01 to db-01. */
const entries: readonly JournalEntry[] = [
  buildEntry({ id: 'web' }),
  buildEntry({
    id: 'db',
    profile: { id: 'p2', name: 'staging' },
    plan: buildPlan({ changes: [db], steps: [dbStep] }),
    result: 'notApplied',
  }),
  buildEntry({
    id: 'takeover',
    undoneBy: 'later',
    plan: buildPlan({
      changes: [db],
      steps: [{ ...dbStep, allowReassign: true, takes: [{ address: '10.0.20.11', from: '701236' }] }],
    }),
  }),
  buildEntry({ id: 'japan', regionCode: 'JPN' }),
];
const found = (filter: Partial<HistoryFilter>, of = entries): string[] =>
  of.filter(createMatcher({ profiles: [], outcomes: [], ...filter }, entryWords)).map(({ id }) => id);

const place = { name: 'it', regionCode: 'KR', elsewhere: [] };
const nic = (networkInterfaceNo: string): Thing => ({ kind: 'interface', networkInterfaceNo, ...place });

describe('the history of one thing', () => {
  it('of an interface: what it gained and lost, in its region', () => {
    expect(found({ thing: nic('701236') })).toEqual(['web', 'takeover']);
    expect(found({ thing: nic('701240') })).toEqual(['db', 'takeover']);
    expect(found({ thing: { ...nic('701236'), regionCode: 'JPN' } })).toEqual(['japan']);
  });

  it('leaves out another cloud, where the same number is another interface', () => {
    expect(found({ thing: { ...nic('701240'), elsewhere: ['p2'] } })).toEqual(['takeover']);
  });

  it('of an address: in its subnet only, listed or chosen by the service', () => {
    const address = (subnetNo: string): Thing => ({ kind: 'address', subnetNo, address: '10.0.20.11', ...place });
    expect(found({ thing: address('3105') })).toEqual(['db', 'takeover']);
    expect(found({ thing: address('3104') })).toEqual([]);
    const record = buildRecord({ step: buildStep({ secondaryIps: [], count: 1 }), chosen: ['10.0.10.40'] });
    const chosen = [buildEntry({ id: 'chosen', steps: [record] })];
    expect(found({ thing: { ...address('3104'), address: '10.0.10.40' } as Thing }, chosen)).toEqual(['chosen']);
  });

  it('of a server: by its own number, and by its interfaces where an entry does not know whose they were', () => {
    const server: Thing = { kind: 'server', serverInstanceNo: '1001', networkInterfaceNos: ['701236'], ...place };
    const whose = (id: string, instanceNo?: string) =>
      buildEntry({ id, plan: buildPlan({ changes: [{ ...web!, ...(instanceNo !== undefined && { instanceNo }) }] }) });
    expect(found({ thing: server }, [whose('own', '1001'), whose('others', '1002'), whose('old')])).toEqual([
      'own',
      'old',
    ]);
  });
});

describe('a filter of the history', () => {
  it('finds words anywhere: title, address, interface, server, profile, id', () => {
    expect(found({ text: 'assign WEB-01' })).toEqual(['web', 'japan']);
    expect(found({ text: 'db-01/eth0' })).toEqual(['db', 'takeover']);
    expect(found({ text: 'nic-701240' })).toEqual(['db', 'takeover']);
    expect(found({ text: 'stag' })).toEqual(['db']);
    expect(found({ text: 'takeover' })).toEqual(['takeover']);
    expect(found({ text: '10.0.10.' })).toEqual(['web', 'japan']);
    expect(found({ text: 'web-01 staging' })).toEqual([]);
  });

  it('takes a whole address for itself and no longer one', () => {
    expect(found({ text: '10.0.20.11' })).toEqual(['db', 'takeover']);
    expect(found({ text: '10.0.20.1' })).toEqual([]);
  });

  it('is by profile and by outcome, as the view names outcomes', () => {
    expect(found({ profiles: [{ name: 'production', ids: ['p1'] }] })).toEqual(['web', 'takeover', 'japan']);
    expect(found({ outcomes: ['notApplied', 'undone'] })).toEqual(['db', 'takeover']);
    expect(found({ outcomes: ['applied'] })).toEqual(['web', 'japan']);
  });

  it('lets through what an assistant asked for, which is also found by that word', () => {
    const asked = buildEntry({ id: 'asked', origin: { kind: 'assistant', host: 'Editor', planDigest: 'd' } });
    expect(found({ isByAssistant: true }, [...entries, asked])).toEqual(['asked']);
    expect(found({ text: 'asked assistant editor' }, [...entries, asked])).toEqual(['asked']);
    expect(openHistoryFilter({ profiles: [], outcomes: [], isByAssistant: true })?.words).toBe('asked by an assistant');
  });

  it('is all of its parts at once', () => {
    expect(found({ thing: nic('701240'), text: 'db-01', outcomes: ['undone'] })).toEqual(['takeover']);
    expect(found({ thing: nic('701240'), profiles: [{ name: 'none', ids: [] }] })).toEqual([]);
  });

  it('reads the words of those entries only that pass the rest', () => {
    const words = vi.fn(entryWords);
    const matches = createMatcher({ profiles: [], outcomes: ['undone'], text: 'db' }, words);
    expect(entries.filter(matches)).toHaveLength(1);
    expect(words).toHaveBeenCalledTimes(1);
  });

  it('says what it is, and is none when it lets everything through', () => {
    const open = (filter: Partial<HistoryFilter>) =>
      openHistoryFilter({ profiles: [], outcomes: [], ...filter })?.words;
    expect(open({})).toBeUndefined();
    expect(
      open({
        thing: { ...nic('1'), name: 'web-01/eth0' },
        text: '10.0.10',
        profiles: [{ name: 'production', ids: ['p1'] }],
        outcomes: ['applied', 'partlyUndone'],
      }),
    ).toBe('web-01/eth0, “10.0.10”, production, applied / partly undone');
  });
});
