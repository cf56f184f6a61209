import { describe, expect, it } from 'vitest';
import { pickInterface, type InterfaceQuestion } from '../../../../src/features/ask/pickInterface';
import type { Choice, PickQuestion, Prompter } from '../../../../src/ui/prompter';
import { buildInterface } from '../../../support/buildNetwork';
import { expectGolden } from '../../../support/goldenText';
import { scriptedPrompter, user } from '../../../support/scriptedPrompter';
import { threeInterfaces } from '../../../support/threeInterfaces';

const network = threeInterfaces();

/** The choices as they are shown. */
async function choicesOf(question: InterfaceQuestion): Promise<readonly Choice<unknown>[]> {
  let shown: readonly Choice<unknown>[] = [];
  const prompter: Pick<Prompter, 'pick'> = {
    pick<T>({ choices }: PickQuestion<T>) {
      shown = choices.filter((choice): choice is Choice<T> => 'value' in choice);
      return Promise.resolve(undefined);
    },
  };
  await pickInterface(prompter as Prompter, question, { title: 'x' });
  return shown;
}

describe('pickInterface', () => {
  it('shows everything people search by, and how full each interface is', async () => {
    const busy = buildInterface({ networkInterfaceNo: '9', networkInterfaceStatus: { code: 'SET' }, subnetNo: '77' });
    const lines = (await choicesOf({ network: network.withInterfaces([busy]) })).map(
      ({ label, description, detail }) => `${label}\n  ${description}\n  ${detail}`,
    );
    await expectGolden(import.meta.filename, 'pickInterface.txt', lines);
  });

  it('shows only what fits', async () => {
    const fits: InterfaceQuestion['fits'] = ({ secondaryIpList }) => secondaryIpList.length === 2;
    expect((await choicesOf({ network, fits })).map(({ value }) => value)).toEqual(['701237']);
  });

  it('answers the number, and starts at the one chosen before', async () => {
    const prompter = scriptedPrompter(user.picks('web-02'));
    const answer = await pickInterface(prompter, { network, chosen: '701252' }, { title: 'x' });
    expect(answer).toEqual({ kind: 'next', value: '701237' });
    expect(prompter.asked[0]?.initially).toEqual(['vip-holder']);
  });
});
