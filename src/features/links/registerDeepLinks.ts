import { window, type Disposable } from 'vscode';
import type { Services } from '../commandContext';

/** Follows `vscode://ncloud-ip.ncloud-ip/…` links. */
export function registerDeepLinks(services: Services): Disposable {
  return window.registerUriHandler({
    async handleUri(uri) {
      const { openFeatures } = await import('../openFeatures');
      await openFeatures(services).openLink(uri);
    },
  });
}
