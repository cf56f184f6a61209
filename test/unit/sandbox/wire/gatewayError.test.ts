import { describe, expect, it } from 'vitest';
import { GatewayError, type GatewayErrorCode } from '../../../../src/sandbox/wire/gatewayError';

describe('GatewayError', () => {
  it.each<[GatewayErrorCode, number, string]>([
    ['100', 400, 'Bad Request Exception'],
    ['200', 401, 'Authentication Failed'],
    ['210', 401, 'Permission Denied'],
    ['230', 403, 'Forbidden'],
    ['300', 404, 'Not Found Exception'],
    ['400', 429, 'Quota Exceeded'],
    ['410', 429, 'Throttle Limited'],
    ['420', 429, 'Rate Limited'],
    ['430', 413, 'Request Entity Too Large'],
    ['500', 503, 'Endpoint Error'],
    ['510', 504, 'Endpoint Timeout'],
    ['900', 500, 'Unexpected Error'],
  ])('%s is HTTP %i, %s', (errorCode, http, message) => {
    const error = new GatewayError(errorCode, 'why');
    expect([error.http, error.document]).toEqual([http, { error: { errorCode, message, details: 'why' } }]);
  });
});
