import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../../src/mapView/host';

const schemas = { heard: v.object({ type: v.literal('show') }), state: v.object({ top: v.number() }) };

/** The window and VS Code of a page, which plain Node does not have. */
let page: EventTarget;
let state: unknown;
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('acquireVsCodeApi', () => ({
    postMessage: () => undefined,
    getState: () => state,
    setState: (next: unknown) => (state = next),
  }));
});
afterEach(() => vi.unstubAllGlobals());

const send = (data: unknown): boolean => page.dispatchEvent(new MessageEvent('message', { data }));

describe('what comes to the page of a map', () => {
  it('is heard when it is one of ours, and passed over otherwise', () => {
    const heard: unknown[] = [];
    connect(schemas, (message) => heard.push(message));
    for (const data of [undefined, 'show', { type: 'run' }, { type: ['show'] }, {}]) send(data);
    send({ type: 'show' });
    expect(heard).toEqual([{ type: 'show' }]);
  });

  it('and what was kept for it, likewise', () => {
    const host = connect(schemas, () => undefined);
    for (const kept of [undefined, 7, { top: '7' }, { top: Number.NaN }]) {
      state = kept;
      expect(host.kept()).toBeUndefined();
    }
    host.keep({ top: 7 });
    expect(host.kept()).toEqual({ top: 7 });
  });
});
