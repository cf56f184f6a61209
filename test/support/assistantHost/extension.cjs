const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { commands, extensions, lm, window } = require('vscode');

/**
 * Listens on loopback, says where in the file of NCLOUD_IP_TEST_ASSISTANT, and calls the tool that it is sent as `{ name,
 * input }`, or runs a command that it is sent as `{ command }`; `"tools"` gives the names of all tools, `"loaded"` the bundles of
 * the extension that this process has loaded, `"focused"` whether the window has the focus. Nobody approves anything here: a host that always allows is the worst case.
 * @param {import('vscode').ExtensionContext} context
 */
exports.activate = ({ subscriptions }) => {
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    try {
      response.end(JSON.stringify(await answer(JSON.parse(body))));
    } catch (error) {
      response.statusCode = 500;
      response.end(JSON.stringify({ failed: String(error) }));
    }
  });
  server.requestTimeout = 0;
  server.listen(0, '127.0.0.1', () =>
    fs.writeFileSync(process.env.NCLOUD_IP_TEST_ASSISTANT, String(server.address().port)),
  );
  subscriptions.push({ dispose: () => server.close() });
};

async function answer(call) {
  if (call === 'tools') return lm.tools.map(({ name }) => name);
  if (call === 'focused') return window.state.focused;
  if (call === 'loaded') return loadedBundles();
  if (call.command) return (await commands.executeCommand(call.command)) ?? null;
  const { content } = await lm.invokeTool(call.name, { input: call.input, toolInvocationToken: undefined });
  return JSON.parse(content.map(({ value }) => value).join(''));
}

/** All extensions of a window share a process, and what it has required. */
function loadedBundles() {
  const dist = path.join(extensions.getExtension('ncloud-ip.ncloud-ip').extensionPath, 'dist');
  return Object.keys(require.cache)
    .filter((file) => path.dirname(file) === dist)
    .map((file) => path.basename(file))
    .sort();
}
