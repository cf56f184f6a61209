// npm start [-- --no-open] [--port N] [--locale ko] [--scenario small|empty|large] [--inspect 9229]
import { ensureInstalled } from './ensureInstalled.mjs';

await ensureInstalled();
const { runStart } = await import('./runStart.mjs');
await runStart(process.argv.slice(2));
