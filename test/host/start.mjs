// npm start [-- --no-open] [--port N] [--locale ko] [--scenario small|empty|large]
import { ensureInstalled } from './ensureInstalled.mjs';

await ensureInstalled();
const { runStart } = await import('./runStart.mjs');
await runStart(process.argv.slice(2));
