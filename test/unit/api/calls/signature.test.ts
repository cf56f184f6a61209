import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sign, stringToSign, type Signable } from '../../../../src/api/calls/signature';

const a = { accessKey: 'ncpTestAccessKey0001', secretKey: 'ncpTestSecretKey00000000000000000000ABCD' };
const d = { accessKey: 'GOVACCESSKEY00000002', secretKey: 'S3cr3t+With/Slash=And+Plus00000000000001' };
const e = { accessKey: 'FINACCESSKEY00000003', secretKey: 'finSecretKey0000000000000000000000000003' };
const subnets = '/vpc/v2/getSubnetList?regionCode=KR&';

const vectors = [
  {
    name: 'A: a GET with a list',
    ...a,
    method: 'GET',
    timestamp: '1767225600000',
    target:
      '/vserver/v2/assignSecondaryIps?regionCode=KR&networkInterfaceNo=701236&secondaryIpList.1=10.0.10.11&secondaryIpCount=1&allowReassign=true&responseFormatType=json',
    signature: 'JhnWegoyFl49AoBaMEfrCEIf3ekA69uWEX4XGpf6Jp0=',
  },
  {
    name: 'B: a POST, whose form is not signed',
    ...a,
    method: 'POST',
    timestamp: '1767225601234',
    target: '/vserver/v2/getNetworkInterfaceList',
    signature: 'aUya0t0flLTUm5svDS1QIk3mw7f//GVVpgE8wTMYlkM=',
  },
  {
    name: 'C: an encoded query',
    ...a,
    method: 'GET',
    timestamp: '1767225602000',
    target: `${subnets}subnet=10.0.10.0%2F24&subnetName=web%20tier&responseFormatType=json`,
    signature: 'fDfZlX1lpYoMJk+3fJJAqjjIC4vGPVkzC5UhS72RWzI=',
  },
  {
    name: 'C-bad: the same over decoded text, which the gateway refuses',
    ...a,
    method: 'GET',
    timestamp: '1767225602000',
    target: `${subnets}subnet=10.0.10.0/24&subnetName=web tier&responseFormatType=json`,
    signature: 'KPrcpXzKI3LE55gbdbSYl7/CrksuxOP2+ZJUQmfM5iQ=',
  },
  {
    name: 'D: a secret with Base64 characters, used as it is',
    ...d,
    method: 'GET',
    timestamp: '1735689599999',
    target: '/vserver/v2/getRegionList?responseFormatType=json',
    signature: '1ZIPURNcczzdLUbn4ktnwR83wC8KVuRmKXUpUFjfd2M=',
  },
  {
    name: 'E: Korean text',
    ...e,
    method: 'GET',
    timestamp: '1767225603000',
    target:
      '/vserver/v2/createNetworkInterface?regionCode=FKR&vpcNo=1204&subnetNo=3105&accessControlGroupNoList.1=1581&networkInterfaceDescription=%EB%B3%B4%EC%A1%B0%20IP&responseFormatType=json',
    signature: 'CBGlDEGX32TPfnhP1fA4TEYJZIIwOo74Ve6SX7K4mc8=',
  },
] as const;

describe('sign', () => {
  it.each(vectors)('gives the published signature of vector $name', ({ signature, secretKey, ...signable }) => {
    expect(sign(signable, secretKey)).toBe(signature);
  });

  it('signs one space, two line feeds and nothing at the end', () => {
    const text = stringToSign({ method: 'GET', target: '/x?y=1', timestamp: '5', accessKey: 'k' });
    expect(text).toBe('GET /x?y=1\n5\nk');
  });

  it('gives another signature when any character of any input changes', () => {
    const visible = fc.string({
      minLength: 1,
      unit: fc.integer({ min: 33, max: 126 }).map((n) => String.fromCharCode(n)),
    });
    const request = fc.record({
      method: fc.constantFrom('GET' as const, 'POST' as const),
      target: visible.map((text) => `/${text}`),
      timestamp: fc.integer({ min: 1_000_000_000_000, max: 2_000_000_000_000 }).map(String),
      accessKey: visible,
      secretKey: visible,
    });
    const part = fc.constantFrom('method', 'target', 'timestamp', 'accessKey', 'secretKey');
    fc.assert(
      fc.property(request, part, fc.nat(), fc.integer({ min: 1, max: 93 }), (original, changed, at, by) => {
        const other = { ...original, [changed]: changeOne(original[changed as 'target'], changed, at, by) };
        expect(signed(other)).not.toBe(signed(original));
      }),
    );
  });
});

function signed({ secretKey, ...signable }: Signable & { secretKey: string }): string {
  return sign(signable, secretKey);
}

/** The text with one character replaced by another visible one; a method by the other method. */
function changeOne(text: string, part: string, at: number, by: number): string {
  if (part === 'method') return text === 'GET' ? 'POST' : 'GET';
  const index = at % text.length;
  const code = 33 + ((text.charCodeAt(index) - 33 + by) % 94);
  return text.slice(0, index) + String.fromCharCode(code) + text.slice(index + 1);
}
