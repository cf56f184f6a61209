import { describe, expect, it } from 'vitest';
import { gatewayFlaw } from '../../../src/model/gateway';

describe('gatewayFlaw', () => {
  it.each([
    'https://ncloud.apigw.ntruss.com',
    'https://gateway.example:8443/base',
    'http://127.0.0.1:8080',
    'http://127.0.0.2:8080',
    'http://localhost:1',
    'http://[::ffff:127.0.0.1]:8080',
    'http://[::1]:8080',
  ])('lets a signed request go to %s', (url) => expect(gatewayFlaw(url)).toBeUndefined());

  it.each([
    ['plain http elsewhere', 'http://ncloud.apigw.ntruss.com'],
    ['a name that only begins like this machine', 'http://localhost.example'],
    ['a number that only begins like this machine', 'http://127.0.0.1.example'],
    ['a user before the host', 'https://user@gateway.example'],
    ['a password before the host', 'https://:word@gateway.example'],
    ['loopback as a user name', 'http://127.0.0.1@gateway.example'],
    ['a query', 'https://gateway.example?x=1'],
    ['a fragment', 'https://gateway.example#x'],
    ['another protocol', 'ftp://gateway.example'],
    ['no protocol', 'gateway.example'],
    ['nothing', ''],
  ])('refuses %s', (_, url) => expect(gatewayFlaw(url)).toMatch(/^(is not|must)/));
});
