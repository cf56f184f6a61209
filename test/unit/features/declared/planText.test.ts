import { describe, it } from 'vitest';
import { planText } from '../../../../src/cli/plan/planText';
import { planDigest } from '../../../../src/plan/planDigest';
import { createNamer } from '../../../../src/words/namer';
import { fileText } from '../../../../src/words/change/originText';
import { planDocument } from '../../../../src/words/change/planDocument';
import { checkedText, declaredNetwork } from '../../../support/declaredText';
import { expectGolden } from '../../../support/goldenText';
import { inEachLanguage } from '../../../support/inEachLanguage';

const text = `version: 1
interfaces:
  web-01/eth0: [10.0.10.11, 10.0.10.12, 10.0.10.20, 10.0.10.50]
  db-vip: [10.0.20.30]
floating:
  - address: 10.0.10.60
    holders: [web-02, web-01]
released: [10.0.10.22]
`;

describe('the plan of a file of secondary IPs', () => {
  const plan = checkedText(text).groups[0]!.checked!.plan!;
  const name = createNamer(declaredNetwork);

  it('is a document with its digest', async () => {
    const write = (): string[] => [
      planDocument({
        plan,
        name,
        where: 'production · KR',
        digest: planDigest(plan),
        source: {
          file: fileText({ file: 'network/production.ncloud-ip.yaml', isUnsaved: true }),
          readAt: new Date(2026, 10, 27, 14, 2, 7).getTime(),
        },
      }),
    ];
    await expectGolden(import.meta.filename, 'plan.md', await inEachLanguage(write));
  });

  it('is a text for a terminal', async () => {
    await expectGolden(import.meta.filename, 'plan.txt', await inEachLanguage(() => [planText(plan, name)]));
  });
});
