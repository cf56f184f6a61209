import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../../../src/change/outcome';
import { activeScope } from '../../../../src/features/commandContext';
import { assignFromList } from '../../../../src/features/list/assignFromList';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { readArguments, type Arguments } from '../../../../src/features/readArguments';
import { retryFailed } from '../../../../src/features/undo/retryFailed';
import { byCode } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';

const target = '701236';
const rival = '701237';
const byHand = (entryId: string): Arguments => readArguments('ncloudIp.undoEntry', [{ entryId }]);

afterEach(() => vi.restoreAllMocks());

/** A change of web-01 that lost a race: between the look and the call a colleague gave two of its addresses to web-02. */
async function loseRace(addresses: readonly string[], ...script: readonly Reply[]) {
  const bench = await openCommandBench(...script);
  const { context, sandbox, profile } = bench;
  const open: typeof context.history.open = async (entry) => {
    await context.history.open(entry);
    for (const address of addresses) await sandbox.change({ assign: { networkInterfaceNo: rival, address } });
    await sandbox.settle();
  };
  const racing = { ...context, history: { ...context.history, open } };
  const wanted = { networkInterfaceNo: target, secondaryIps: ['10.0.10.101', '10.0.10.102', '10.0.10.103'] };
  const lost = (await byCode(assignSecondaryIps, racing, wanted)) as Outcome;
  const scope = activeScope(context.profiles)!;
  const held = async (no: string) =>
    (await sandbox.state()).regions
      .flatMap(({ interfaces }) => interfaces)
      .find((one) => one.networkInterfaceNo === no)!.secondaryIpList;
  return { ...bench, profile, scope, lost, held };
}

describe('after the service said that an address is in use', () => {
  it('the subnet is read again, so that the tree and the next plan know who holds it', async () => {
    const { context, scope, lost } = await loseRace(['10.0.10.101']);
    expect(lost).toMatchObject({ result: 'notApplied', steps: [{ error: { details: { kind: 'refused' } } }] });
    const state = context.networks.state(scope);
    const network = state.last?.network;
    const subnetNo = network?.interface(target)?.subnetNo ?? '';
    expect(network?.holder(subnetNo, '10.0.10.101')?.networkInterface.networkInterfaceNo).toBe(rival);
  });

  it('the result is told all the same when that reading fails', async () => {
    const bench = await openCommandBench();
    const { context, sandbox } = bench;
    const open: typeof context.history.open = async (entry) => {
      await context.history.open(entry);
      await sandbox.change({ assign: { networkInterfaceNo: rival, address: '10.0.10.101' } });
    };
    const readers = { ...context.readers, open: () => Promise.reject(new Error('no way out')) };
    const racing = { ...context, readers, history: { ...context.history, open } };
    const wanted = { networkInterfaceNo: target, secondaryIps: ['10.0.10.101'] };
    expect(await byCode(assignSecondaryIps, racing, wanted)).toMatchObject({
      result: 'notApplied',
      steps: [{ error: { details: { kind: 'refused' } } }],
    });
    expect(context.log.lines.join('\n')).toContain('after a refusal');
  });
});

describe('Retry after a race', () => {
  const loss = ['10.0.10.101', '10.0.10.102'];

  it('asks once for all addresses that somebody holds by now, naming who loses what, and takes them over', async () => {
    const { context, lost, held } = await loseRace(loss, user.picks('Take Over'), user.says(true));
    const details: (string | undefined)[] = [];
    const pick: typeof context.prompter.pick = (question) => {
      details.push(...question.choices.map((choice) => ('detail' in choice ? choice.detail : undefined)));
      return context.prompter.pick(question);
    };
    const watched = { ...context, prompter: { ...context.prompter, pick } };
    expect(await retryFailed(watched, byHand(lost.entry!))).toMatchObject({ result: 'applied' });
    expect(context.prompter.asked[0]?.words).toBe(
      'Already held: 10.0.10.101 on web-02/eth0, 10.0.10.102 on web-02/eth0',
    );
    expect(details[0]).toBe('web-02/eth0 loses 10.0.10.101. web-02/eth0 loses 10.0.10.102.');
    expect(await held(target)).toEqual(expect.arrayContaining(['10.0.10.101', '10.0.10.102', '10.0.10.103']));
    expect(await held(rival)).not.toContain('10.0.10.101');
  });

  it('asks for the rest only when they are left out', async () => {
    const { context, lost, held } = await loseRace(loss, user.picks('Leave Them Out'), user.picks('Assign'));
    expect(await retryFailed(context, byHand(lost.entry!))).toMatchObject({ result: 'applied' });
    expect(await held(target)).toEqual(['10.0.10.103']);
  });

  it('sends nothing when nobody answers', async () => {
    const { context, lost, held } = await loseRace(loss, user.dismisses());
    expect(await retryFailed(context, byHand(lost.entry!))).toBeUndefined();
    expect(await held(target)).toEqual([]);
  });

  it('by code takes nothing over that it was not allowed to', async () => {
    const { context, lost, held } = await loseRace(loss);
    await expect(byCode(retryFailed, context, { entry: lost.entry })).rejects.toThrow(/10\.0\.10\.101 is held by/);
    expect(await byCode(retryFailed, context, { entry: lost.entry, allowReassign: true })).toMatchObject({
      result: 'applied',
    });
    expect(await held(target)).toHaveLength(3);
  });
});

describe('a list by code', () => {
  it('takes over where its line says so', async () => {
    const { context } = await openCommandBench();
    const outcome = (await byCode(assignFromList, context, { text: 'web-01,10.0.10.20 takeover' })) as Outcome;
    expect(outcome).toMatchObject({ result: 'applied', plan: { steps: [{ allowReassign: true }] } });
  });

  it('names the line of everything that stands in the way of its plan', async () => {
    const { context } = await openCommandBench();
    const text = 'web-01,10.0.10.101\nweb-01,10.0.10.20\nweb-02/eth0,10.0.10.3';
    await expect(byCode(assignFromList, context, { text })).rejects.toThrow(
      /^Line 2: 10\.0\.10\.20 is held by web-02.*\nLine 3: 10\.0\.10\.3 is reserved/,
    );
  });
});
