import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/api/actions/action';
import { ApiError } from '../../src/api/apiError';
import { attemptOnce } from '../../src/api/calls/attemptOnce';
import { networkInterface } from '../../src/api/schemas/networkInterface';
import { listAnswer, type ListAnswer } from '../../src/api/schemas/listAnswer';
import { createNetwork } from '../../src/model/network';
import type { NetworkInterface } from '../../src/model/networkInterface';
import { interfacesBody, wireInterface } from '../support/answers';
import { mutatedBody, type Sample } from '../support/mutatedBody';
import { rawKeys } from '../support/rawApi';
import { recordLog } from '../support/recordLog';

const list = { name: 'networkInterfaceList', key: 'networkInterfaceNo', row: networkInterface } as const;
const numRuns = Number(process.env.FAULT_ANSWERS ?? 2_000);
const seed = Number(process.env.FAULT_SEED ?? 20_260_105);
const kinds = new Set([
  ...['credentials', 'headersMissing', 'clockSkew', 'permission', 'notFound', 'rateLimited', 'quota', 'refused'],
  ...['unavailable', 'network', 'unreadable'],
]);

const xml = `<?xml version="1.0"?><assignSecondaryIpsResponse><totalRows>1</totalRows><networkInterfaceList><networkInterface>
<networkInterfaceNo>1</networkInterfaceNo><subnetNo>2</subnetNo><ip>10.0.0.6</ip><networkInterfaceStatus><code>SET</code>
</networkInterfaceStatus><secondaryIpList><secondaryIp>10.0.0.7</secondaryIp></secondaryIpList></networkInterface>
</networkInterfaceList><requestId>r</requestId><returnCode>0</returnCode></assignSecondaryIpsResponse>`;
const samples: readonly Sample[] = [
  { text: interfacesBody('assignSecondaryIps', wireInterface(), wireInterface({ networkInterfaceNo: '2' })) },
  { text: xml },
  { text: '{"error":{"errorCode":"200","message":"Authentication Failed","details":"Invalid authentication."}}' },
  { text: '{"responseError":{"returnCode":"1002904","returnMessage":"<b>in use</b><br>Sorry"}}' },
  { text: '{"timestamp":"2026-01-01","status":404,"error":"Not Found","message":"No handler","path":"/x"}' },
  { text: '<!DOCTYPE html><html><head><style>a{}</style><title>502</title></head><body><h1>Bad</h1></body></html>' },
];
const statuses = [200, 200, 200, 400, 401, 403, 404, 407, 429, 500, 502, 503, 504, 302];
const echoes = [rawKeys.accessKey, rawKeys.secretKey, encodeURIComponent(rawKeys.secretKey)];

describe('a mutated answer', () => {
  it.each([true, false])(
    'is a value or an ApiError with short texts and without secrets, whatever it says (write: %s)',
    async (isWrite) => {
      const action: Action<ListAnswer<NetworkInterface>> = {
        name: 'assignSecondaryIps',
        service: 'vserver/v2',
        isWrite,
        parameters: { regionCode: 'KR' },
        subject: '',
        answer: listAnswer(list, isWrite ? 'nothing' : 'rows'),
      };
      const answered = fc.record({ status: fc.constantFrom(...statuses), body: mutatedBody(samples, echoes) });
      await fc.assert(
        fc.asyncProperty(answered, async ({ status, body }) => {
          const log = recordLog();
          const result = await attemptOnce({
            action,
            config: {
              gatewayUrl: 'http://127.0.0.1:9',
              stsUrl: 'http://127.0.0.1:9',
              credentials: () => Promise.resolve(rawKeys),
              now: () => 1_767_225_600_000,
              log,
            },
            http: {
              send: () => Promise.resolve({ kind: 'answer', status, body, header: () => undefined }),
              dispose: () => undefined,
            },
            signal: new AbortController().signal,
            label: '1',
            mayLeave: () => true,
            onSend: () => undefined,
          });
          if (result.ok) {
            createNetwork({
              regionCode: 'KR',
              vpcs: [],
              subnets: [],
              servers: [],
              interfaces: result.answer.value.rows,
            });
            return;
          }
          expect(result.error).toBeInstanceOf(ApiError);
          const { kind, effect } = result.error.details;
          expect(kinds).toContain(kind);
          if (kind === 'unreadable') expect(effect).toBe(isWrite ? 'unknown' : 'none');
          const printed = JSON.stringify(result.error.details) + result.error.message + log.lines.join('\n');
          for (const secret of echoes) expect(printed).not.toContain(secret);
          for (const text of Object.values(result.error.details))
            expect(String(text).length).toBeLessThanOrEqual(2_000);
        }),
        { numRuns: Math.ceil(numRuns / 2), seed },
      );
    },
  );
});
