import { window, type Disposable } from 'vscode';
import type { Services } from '../commandContext';

/** Follows `vscode://ncloud-ip.ncloud-ip/…` links. */
export function registerDeepLinks(services: () => Promise<Pick<Services, 'features'>>): Disposable {
  return window.registerUriHandler({
    handleUri: async (uri) => (await (await services()).features()).openLink(uri),
  });
}
