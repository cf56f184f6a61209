import type { Workbench } from './workbench';

/** An account at an address of its own, as a person types it in. */
export interface TypedProfile {
  readonly gatewayUrl: string;
  readonly name: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Walks the wizard of Add Profile up to the test of the keys. */
export async function addProfile(workbench: Workbench, profile: TypedProfile): Promise<void> {
  const { quickInput } = workbench;
  await workbench.runCommand('NAVER Cloud IP: Add Profile…');
  await quickInput.pick('Custom address');
  for (const [asked, text] of [
    ['API gateway address', profile.gatewayUrl],
    ['Name for this account', profile.name],
    ['Access key', profile.accessKey],
    ['Secret key', profile.secretKey],
  ] as const) {
    await quickInput.waitForMessage(asked);
    await quickInput.type(text);
    await quickInput.accept();
  }
}
