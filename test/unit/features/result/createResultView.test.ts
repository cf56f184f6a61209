import { afterEach, describe, expect, it, vi } from 'vitest';
import { window, type MarkdownString, type StatusBarItem } from 'vscode';
import type { Outcome } from '../../../../src/change/outcome';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { createResultView } from '../../../../src/features/result/createResultView';
import { resultSummary } from '../../../../src/features/result/resultSummary';
import { undo } from '../../../../src/features/undo/undoEntry';
import { createLastResult } from '../../../../src/session/lastResult';
import type { Subject } from '../../../../src/tree/node';
import { buildPlan, buildStep } from '../../../support/buildEntry';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { buildScope } from '../../../support/buildProfile';
import { expectInert, expectNothingActs, hostileRows } from '../../../support/hostile';
import { hostileWorld } from '../../../support/hostileWorld';
import { recordLog } from '../../../support/recordLog';

afterEach(() => vi.restoreAllMocks());

const scope = buildScope();
const [change] = buildPlan().changes;

/** Two addresses for web-01, of which so many came. */
function assigned(result: Outcome['result'], ...results: readonly ('applied' | 'notApplied' | 'unknown')[]): Outcome {
  const step = buildStep();
  const addresses = results.map((became, index) => ({ address: `10.0.10.1${index + 1}`, result: became }));
  const base = { chosen: [], unexpected: [], reconciled: false, settled: true, durationMs: 1 };
  return { plan: buildPlan(), steps: [{ step, result, addresses, ...base }], result, cancelled: false, interfaces: [] };
}
const both = assigned('applied', 'applied', 'applied');

/** A view that drops so many requests, and then stands open down to what it was asked for. */
function open(isVisible = true, dropped = 0) {
  const item = { show: vi.fn(), hide: vi.fn(), dispose: vi.fn(), text: '' };
  vi.spyOn(window, 'createStatusBarItem').mockReturnValue(item as unknown as StatusBarItem);
  const lastResult = createLastResult();
  const mark = vi.fn();
  const revealed: unknown[] = [];
  const rows: Subject[] = ['701236', '701237'].flatMap((networkInterfaceNo) =>
    ['10.0.10.11', '10.0.10.12'].map((address) => ({
      ...{ kind: 'address', scope, networkInterfaceNo, address, role: 'secondary' },
    })),
  );
  const tree = {
    find: (_: unknown, isIt: (subject: Subject) => boolean) => Promise.resolve(rows.find(isIt) as never),
  };
  const reveal = (row: unknown, options: unknown): Promise<void> => {
    revealed.push([row, options]);
    return Promise.resolve();
  };
  const view = { visible: isVisible, reveal };
  const openRows = { shows: () => revealed.length > dropped };
  const clock = { sleep: () => Promise.resolve() };
  const log = recordLog();
  const shown = createResultView({ lastResult, fresh: { mark }, tree, view, openRows, clock, log });
  const tell = async (outcome: Outcome, message = 'web-01/eth0 now has 10.0.10.11.'): Promise<void> => {
    lastResult.set({ scope, outcome, message, entryId: 'e1' });
    await new Promise(setImmediate);
  };
  return { item, lastResult, mark, revealed, tell, shown };
}

describe('a result in a few words', () => {
  it('names who gives up what beside who gets it back', async () => {
    const { context } = await openCommandBench();
    const wanted = {
      networkInterfaceNo: '701236',
      secondaryIps: ['10.0.10.11', '10.0.10.20'],
      allowReassign: true,
      confirm: false,
    };
    const told = async (): Promise<string> => {
      await vi.waitFor(() => expect(context.lastResult.get()).toBeDefined());
      return resultSummary(context.lastResult.get()!.outcome);
    };
    await call(assignSecondaryIps, context, wanted);
    expect(await told()).toBe('web-01/eth0 +2');
    context.lastResult.set(undefined);
    await call(undo, context, { confirm: false });
    expect(await told()).toBe('web-02/eth0 +1 · web-01/eth0 −1');
  });

  it('is who and how many, and what went otherwise first', () => {
    expect(resultSummary(both)).toBe('web-01/eth0 +2');
    expect(resultSummary(assigned('partly', 'applied', 'notApplied'))).toBe('1 of 2 · web-01/eth0 · partly applied');
    expect(resultSummary(assigned('notApplied', 'notApplied', 'notApplied'))).toBe('web-01/eth0 · not applied');
    expect(resultSummary(assigned('unknown', 'unknown', 'unknown'))).toBe('web-01/eth0 · unknown');
  });

  it('counts what was lost, and the gaining side of a move', () => {
    const unassign = buildStep({ action: 'unassignSecondaryIps' });
    const lost = { ...change!, before: change!.after, after: [], gains: [], loses: change!.gains };
    const plan = buildPlan({ changes: [lost], steps: [unassign] });
    expect(resultSummary({ ...both, plan, steps: both.steps.map((one) => ({ ...one, step: unassign })) })).toBe(
      'web-01/eth0 −2',
    );
    const from = { ...lost, networkInterfaceNo: '701237', serverName: 'web-02' };
    expect(resultSummary({ ...both, plan: buildPlan({ changes: [change!, from], isMove: true }) })).toBe(
      'web-01/eth0 +2',
    );
  });
});

describe('after a change', () => {
  it('keeps the result in the status bar: the message as tooltip and read aloud, a click opens the change', async () => {
    const { item, tell, lastResult } = open();
    await tell(both);
    expect(item).toMatchObject({
      text: '$(check) web-01/eth0 +2',
      command: { command: 'ncloudIp.openHistoryEntry', arguments: [{ entry: 'e1' }] },
      accessibilityInformation: {
        label: 'production · KR: web-01/eth0 now has 10.0.10.11. Click to open the change.',
        role: 'button',
      },
    });
    expect((item as unknown as { tooltip: MarkdownString }).tooltip.value).toContain('web-01/eth0 now has 10.0.10.11.');
    await tell(assigned('partly', 'applied', 'notApplied'));
    expect(item.text).toBe('$(warning) 1 of 2 · web-01/eth0 · partly applied');
    item.hide.mockClear();
    lastResult.set(undefined);
    expect(item.hide).toHaveBeenCalledTimes(1);
  });

  it('marks what really came, and brings it into view without the focus or the selection', async () => {
    const { tell, mark, revealed } = open();
    await tell(assigned('partly', 'applied', 'notApplied'));
    expect(mark).toHaveBeenLastCalledWith(scope, [{ networkInterfaceNo: '701236', address: '10.0.10.11' }]);
    expect(revealed).toEqual([[expect.objectContaining({ address: '10.0.10.11' }), { select: false, focus: false }]]);
    await tell(assigned('notApplied', 'notApplied', 'notApplied'));
    expect(mark).toHaveBeenLastCalledWith(scope, []);
    expect(revealed).toHaveLength(1);
  });

  it('asks again as long as a row above the new address is closed', async () => {
    const { tell, revealed } = open(true, 2);
    await tell(assigned('partly', 'applied', 'notApplied'));
    expect(revealed).toHaveLength(3);
  });

  it('opens no view that nobody looks at', async () => {
    const { tell, mark, revealed } = open(false);
    await tell(both);
    expect(mark).toHaveBeenCalled();
    expect(revealed).toEqual([]);
  });

  it('ends with its owner', async () => {
    const { tell, shown, item } = open();
    shown.dispose();
    await tell(both);
    expect(item.text).toBe('');
    expect(item.dispose).toHaveBeenCalled();
  });

  it.each(hostileRows)('%s in a name acts in neither the text nor the tooltip', async (_, text) => {
    const { tell, item } = open();
    await tell(hostileWorld(text).outcome, text);
    const { tooltip, accessibilityInformation } = item as unknown as StatusBarItem;
    expectInert(item.text.replace('$(warning)', ''));
    expectInert(accessibilityInformation?.label ?? '');
    const { value, isTrusted } = tooltip as MarkdownString;
    expect(isTrusted).toEqual({ enabledCommands: ['ncloudIp.dismissResult', 'ncloudIp.openSubnetMap'] });
    const ours =
      /\[Show in Subnet Map\]\(command:ncloudIp\.openSubnetMap\?[\w%-]+\) · \[Dismiss\]\(command:ncloudIp\.dismissResult\)/;
    expect(value).toMatch(ours);
    expectNothingActs(value.replace(ours, ''));
  });
});
