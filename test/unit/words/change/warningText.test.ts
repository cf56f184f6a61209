import { describe, it } from 'vitest';
import type { Warning } from '../../../../src/plan/plan';
import { createNamer } from '../../../../src/words/namer';
import { warningText } from '../../../../src/words/change/warningText';
import { expectGolden } from '../../../support/goldenText';
import { threeInterfaces } from '../../../support/threeInterfaces';
import { isRisky } from '../../../../src/plan/policy';

type Samples = { readonly [K in Warning['kind']]: readonly Omit<Extract<Warning, { kind: K }>, 'kind'>[] };

const samples: Samples = {
  takeover: [{ address: '10.0.10.20', from: '701237', to: '701236' }],
  removes: [{ networkInterfaceNo: '701237', addresses: ['10.0.10.20', '10.0.10.21'] }],
  subnetUsage: [
    { subnetNo: '3107', usage: 'LOADB' },
    { subnetNo: '3108', usage: 'NATGW' },
    { subnetNo: '3109', usage: 'BM' },
  ],
  managedInterface: [{ networkInterfaceNo: '701252', instanceType: 'VLB' }],
  unknownOwner: [{ networkInterfaceNo: '701252' }],
  alreadyThere: [{ networkInterfaceNo: '701237', addresses: ['10.0.10.20'] }],
  notThere: [{ networkInterfaceNo: '701237', addresses: ['10.0.10.99'] }],
  moving: [{ address: '10.0.10.20', networkInterfaceNos: ['701236', '701237'] }],
  reserved: [{ address: '10.0.10.30', networkInterfaceNo: '701236', for: 'OPS-812' }],
  countNotRepeatable: [{ networkInterfaceNo: '701236', count: 2 }],
  guestOs: [{ networkInterfaceNo: '701236' }],
  guestOsLoses: [{ networkInterfaceNo: '701236', addresses: ['10.0.10.20', '10.0.10.21'] }],
};

describe('warningText', () => {
  it('has a sentence for every kind, and marks what takes something away', async () => {
    const name = createNamer(threeInterfaces());
    const lines = Object.entries(samples).flatMap(([kind, warnings]) =>
      warnings.map((sample) => {
        const warning = { kind, ...sample } as Warning;
        return `${isRisky(warning) ? '!' : ' '} ${kind}: ${warningText(warning, name)}`;
      }),
    );
    await expectGolden(import.meta.filename, 'warningText.txt', lines);
  });
});
