const fs = require('node:fs');
const http = require('node:http');
const { lm } = require('vscode');

/**
 * Listens on loopback, says where in the file of NCLOUD_IP_TEST_ASSISTANT, and calls the tool that it is sent as `{ name,
 * input }`; `null` gives the names of all tools. Nobody approves anything here: a host that always allows is the worst case.
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
  if (call === null) return lm.tools.map(({ name }) => name);
  const { content } = await lm.invokeTool(call.name, { input: call.input, toolInvocationToken: undefined });
  return JSON.parse(content.map(({ value }) => value).join(''));
}
