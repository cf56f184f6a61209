// npm run package: ncloud-ip-<version>.vsix at the top level, from a production build.
import { ensureInstalled } from './ensureInstalled.mjs';

await ensureInstalled();
const { packageExtension } = await import('./packageExtension.mjs');
await packageExtension();
