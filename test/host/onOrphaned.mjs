/**
 * Calls `stop` when the npm that started this process is gone: a signal sent to npm alone ends the shell between the
 * two but not us. Only under npm; somebody who starts us without it may want us to outlive the terminal. Node 18 and newer.
 * @param {() => void} stop
 */
export function onOrphaned(stop) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}
