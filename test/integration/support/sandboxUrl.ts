import type { Hit } from '../../../src/search/hit';
import { runCommand } from './runCommand';

/** Where the bundled sandbox listens. It tells its address to nobody; a copied curl line of any of its interfaces has it. */
export async function sandboxUrl(): Promise<string> {
  const { hits } = await runCommand<{ hits: Hit[] }>('ncloudIp.findAddress', { text: '10.', interactive: false });
  const [found] = hits.filter(({ scope, kind }) => scope.profileId === 'sandbox' && kind === 'address');
  if (found?.kind !== 'address') throw new Error('the sandbox shows no interface');
  const { networkInterfaceNo } = found;
  const answers = { profile: 'sandbox', networkInterfaceNo, format: 'curl', interactive: false };
  const curl = await runCommand<string>('ncloudIp.copyAs', answers);
  return new URL(/'(http[^']+)'/.exec(curl)![1]!).origin;
}
