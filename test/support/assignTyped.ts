import { expect } from 'vitest';
import type { Workbench } from './workbench';

/** Goes on where the wizard asks how: types an address for web-01, says yes and waits for the result. */
export async function assignTyped({ quickInput, notifications }: Workbench, address: string): Promise<void> {
  await quickInput.pick('Pick addresses');
  await expect.poll(() => quickInput.placeholder()).toContain('Select addresses');
  await quickInput.type(address);
  await quickInput.accept();
  await quickInput.pick('Assign');
  await notifications.waitFor(`web-01/eth0 now has ${address}.`);
}
