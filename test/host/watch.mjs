// npm run watch: the bundles and the types, built and checked again at each change.
import { ensureInstalled } from './ensureInstalled.mjs';

await ensureInstalled();
const { runWatch } = await import('./runWatch.mjs');
await runWatch();
