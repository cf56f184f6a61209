import { expect, it } from 'vitest';
import { createDesk, type DeskDeps } from '../../../../src/cli/mcp/createDesk';
import type { Asker } from '../../../../src/cli/mcp/applyApproved';
import type { NetworkInterface } from '../../../../src/model/networkInterface';
import type { Reading } from '../../../../src/session/networkState';
import { buildInterface } from '../../../support/buildNetwork';
import { buildScope } from '../../../support/buildProfile';
import { fakeApi } from '../../../support/fakeApi';

const scope = buildScope();

/** A desk whose readings wait until the test answers them; each moment is a millisecond after the one before. */
function openDesk() {
  const answers: ((name: string) => void)[] = [];
  let now = 0;
  const api = fakeApi({
    getNetworkInterfaceList() {
      const { promise, resolve } = Promise.withResolvers<NetworkInterface[]>();
      answers.push((networkInterfaceName) => resolve([buildInterface({ networkInterfaceName })]));
      return promise;
    },
  });
  // Only reading is tried: what applies, asks and remembers is not there.
  const deps = {
    terminal: { clock: { now: () => ++now } },
    account: { api, log: undefined, id: 'a', name: 'a', gatewayUrl: 'https://a.test' },
    regionCode: 'KR',
  } as unknown as DeskDeps;
  const tools = createDesk(deps).depsFor({} as Asker);
  const read = (how: 'known' | 'now'): Promise<Reading> => tools.read(scope, how);
  const nameIn = async (reading: Promise<Reading>): Promise<string | undefined> =>
    (await reading).network.interfaces[0]?.networkInterfaceName;
  return { read, nameIn, answers };
}

it('knows the youngest of two readings, whichever ends last', async () => {
  const { read, nameIn, answers } = openDesk();
  const [older, younger] = [read('now'), read('now')];
  await expect.poll(() => answers).toHaveLength(2);
  answers[1]?.('younger');
  expect(await nameIn(younger)).toBe('younger');
  answers[0]?.('older');
  expect(await nameIn(older)).toBe('older');
  expect(await nameIn(read('known'))).toBe('younger');
  expect(answers).toHaveLength(2);
});
