import { spawn } from 'node:child_process';

/** Opens `url` in the person's browser where there is one; silent where there is no display or in CI. */
export function openInBrowser(url) {
  const opener = process.env.CI ? undefined : openerOf(process.platform);
  if (!opener) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('No browser could be opened; open the address above.'));
  child.unref();
}

function openerOf(platform) {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}
