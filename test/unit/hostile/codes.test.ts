import { describe, expect, it } from 'vitest';
import { createRedact } from '../../../src/api/redact';
import { readFailure } from '../../../src/api/answers/readFailure';
import { stripHtml } from '../../../src/api/answers/stripHtml';
import { tlsSymptom } from '../../../src/doctor/tlsSymptom';
import { endpointOf, type Profile } from '../../../src/session/profile';
import { errorText } from '../../../src/words/errorText';
import { apiFailure } from '../../support/apiFailure';

/** What every object has without anybody having put it there. */
const inherited = Object.getOwnPropertyNames(Object.prototype);

describe.each(inherited)('the code %s', (code) => {
  it('is no kind of an error of the gateway', () => {
    const header = () => undefined;
    for (const error of [{ errorCode: code }, { errorCode: code, message: code, details: code }]) {
      const body = { form: 'json', value: { error } } as const;
      const { kind } = readFailure({ status: 400, body, header }, 0, createRedact([]));
      expect(kind).toBe('refused');
      expect(errorText(apiFailure(kind, { code, apiMessage: code })).message).toMatch(
        /^NAVER Cloud rejected getVpcList\./,
      );
    }
  });

  it('is no symptom of a certificate, no entity and no site', () => {
    expect(tlsSymptom(code)).toBe('handshakeFailed');
    expect(stripHtml(`&${code};`)).toBe(`&${code};`);
    expect(endpointOf({ site: code as Profile['site'] })).toBeUndefined();
  });
});
