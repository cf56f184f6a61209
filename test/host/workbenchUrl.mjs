/**
 * The address of an empty workbench window with the extension of `extension` (absolute folder) under development.
 * With `tests` (absolute file) VS Code runs that module's `run()` in the extension host and ends.
 * An empty window asks no workspace-trust question.
 * @param {string} server e.g. `http://127.0.0.1:8000`
 * @param {{ extension: string, tests?: string, inspect?: string }} options `inspect`: the port on which a debugger may attach to the extension host
 */
export function workbenchUrl(server, { extension, tests, inspect }) {
  const remote = (file) => `vscode-remote://${new URL(server).host}${encodeURI(toUriPath(file))}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(inspect ? [['inspect-extensions', inspect]] : []),
    ['skipWelcome', 'true'],
  ];
  return `${server}/?ew=true&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

function toUriPath(file) {
  const slashes = file.replaceAll('\\', '/');
  return slashes.startsWith('/') ? slashes : `/${slashes}`;
}
