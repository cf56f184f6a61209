import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../../src/doctor/diagnosis';
import { doctorReport, doctorSummary } from '../../../../src/features/doctor/doctorReport';
import { apiFailure } from '../../../support/apiFailure';
import { expectGolden } from '../../../support/goldenText';
import { makeCertificates } from '../../../support/certificates';
import { accessKey, checkOf, diagnose, healthyApi, networkError } from '../../doctor/doctorBench';
import { closedPort, serveHttp, serveProxy, serveTls } from '../../doctor/loopback';

const about = { profileName: 'Work', site: 'Public (ncloud.com)', machine: 'VS Code 1.101.0 · linux' };
const report = (diagnosis: Diagnosis) => doctorReport(diagnosis, about);
const url = async () => `http://127.0.0.1:${await serveHttp()}`;

/** Without what differs from run to run. */
function steady(text: string): string {
  return text
    .replace(/ \(\d+ ms\)/g, '')
    .replace(/127(\\?)\.0\1\.0\1\.1:\d+/g, '127.0.0.1:1')
    .replace(/on port \d+/g, 'on port 1')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-01-01T00:00:00.000Z');
}

describe('doctorReport', () => {
  it('reads like this when a permission lacks', async () => {
    const getSubnetList = () =>
      Promise.reject(
        apiFailure('permission', {
          http: 401,
          code: '210',
          apiMessage: 'Permission Denied',
          requestId: '7f3c0000-0000-4000-8000-000000000001',
        }),
      );
    const getCallerIdentity = () => Promise.resolve({ id: '1', userType: 'Sub', loginAlias: 'team-a' });
    const client = { api: healthyApi({ getSubnetList, getCallerIdentity }), accessKey };
    const diagnosis = await diagnose(await url(), { client });
    await expectGolden(import.meta.filename, 'doctorReport.md', steady(report(diagnosis)));
  });

  it('puts the repair of the lowest layer first', async () => {
    const diagnosis = await diagnose(`http://127.0.0.1:${await closedPort()}`);
    expect(doctorSummary(diagnosis)).toMatch(/^Connection failed: Could not connect to 127\.0\.0\.1 .* A firewall/);
  });

  it('has no key, no secret and no proxy password in it, nor has the diagnosis', async () => {
    const login = Buffer.from('me:made-up-password').toString('base64');
    const secrets = [accessKey, 'made-up-password', login];
    const proxy = await serveProxy({ status: 407 });
    for (const settings of [
      { proxy: `http://me:made-up-password@127.0.0.1:${proxy.port}` },
      { proxy: 'me:made-up-password@proxy.test:3128' },
      { env: { HTTPS_PROXY: 'http://me:made-up-password@' } },
    ]) {
      const diagnosis = await diagnose('https://gateway.test', {
        proxies: settings,
        wire: {
          lookup: () => Promise.reject(networkError('ENOTFOUND')),
          reach: () => Promise.resolve({ ok: false, code: 'ECONNRESET' }),
        },
      });
      const texts = [report(diagnosis), JSON.stringify(diagnosis)];
      for (const secret of secrets) expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    }
    expect(proxy.asked.map(({ authorization }) => authorization)).toEqual([`Basic ${login}`]);
  });

  it('shows the chain of a certificate', async () => {
    const { issued } = makeCertificates();
    const diagnosis = await diagnose(`https://127.0.0.1:${await serveTls(issued)}`);
    const [own] = checkOf(diagnosis, 'tls:127.0.0.1').facts.chain ?? [];
    expect(report(diagnosis)).toContain('gateway.test, Made Up, issued by Made Up Root, valid');
    expect(report(diagnosis)).toContain(`to ${own?.validTo.slice(0, 10) ?? '?'}`);
  });

  it('lets no text of the service act as Markdown', async () => {
    const getVpcList = () => Promise.reject(apiFailure('unavailable', { apiMessage: '[x](http://evil.test)\n# big' }));
    const getCallerIdentity = () => Promise.resolve({ id: '1', loginAlias: '![y](http://evil.test)' });
    const api = healthyApi({ getVpcList, getCallerIdentity });
    const diagnosis = await diagnose(await url(), { client: { api, accessKey } });
    expect(report(diagnosis)).not.toMatch(/[^\\]\]\(/);
    expect(report(diagnosis)).toContain('\\[x\\]\\(http');
    expect(report(diagnosis)).not.toMatch(/^# big/m);
  });

  it('says when everything works, and when it was stopped', async () => {
    const diagnosis = await diagnose(await url());
    expect(doctorSummary(diagnosis)).toBe('All checks passed.');
    expect(doctorSummary({ ...diagnosis, isCancelled: true })).toBe('The check was stopped before it finished.');
  });
});
