import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeCertificates } from '../../support/certificates';
import { cliFile, useCli } from '../../support/cliStage';
import { serveProxy } from '../../unit/doctor/loopback';

const certificates = makeCertificates('gateway.test');

describe('ncloud-ip behind a proxy', () => {
  const cli = useCli();

  /** The sandbox behind TLS, under a name that only a proxy finds; the port on this machine. */
  async function openGateway(): Promise<number> {
    const { host, hostname, port } = new URL(cli.sandbox.url);
    const server = https.createServer(certificates.issued, (request, response) => {
      const { method, url, headers } = request;
      const options = { hostname, port, method, path: url, headers: { ...headers, host } };
      const onward = http.request(options, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const root = path.join(cli.bench.folder, 'root.pem');
    fs.writeFileSync(root, certificates.root);
    Object.assign(cli.bench.env, { NCLOUD_API_GW: 'https://gateway.test', NODE_EXTRA_CA_CERTS: root });
    return (server.address() as AddressInfo).port;
  }

  it('reads and changes through the proxy of HTTPS_PROXY, with its user', async () => {
    const proxy = await serveProxy({ port: await openGateway() });
    cli.bench.env.HTTPS_PROXY = `http://someone:hidden-word@127.0.0.1:${proxy.port}`;
    const { code, stdout, stderr } = await cli.bench.run('apply', cliFile, '--yes', '--verbose');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('now has');
    expect(stderr).not.toContain('hidden-word');
    expect(new Set(proxy.asked.map(({ target }) => target))).toEqual(new Set(['gateway.test:443']));
    const user = `Basic ${Buffer.from('someone:hidden-word').toString('base64')}`;
    expect(new Set(proxy.asked.map(({ authorization }) => authorization))).toEqual(new Set([user]));
  }, 60_000);

  it('goes past it for what NO_PROXY names', async () => {
    const proxy = await serveProxy({ port: await openGateway() });
    Object.assign(cli.bench.env, { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: 'gateway.test' });
    const { code } = await cli.bench.run('list', '--region', 'KR', '--timeout', '5');
    expect(code).toBe(1);
    expect(proxy.asked).toEqual([]);
  }, 60_000);

  it('never uses it for a gateway on this machine', async () => {
    const proxy = await serveProxy({ status: 403 });
    const address = `http://127.0.0.1:${proxy.port}`;
    Object.assign(cli.bench.env, { HTTPS_PROXY: address, HTTP_PROXY: address });
    expect((await cli.bench.run('list', '--region', 'KR')).code).toBe(0);
    expect(proxy.asked).toEqual([]);
  });

  it('says that the proxy refuses, in a line', async () => {
    await openGateway();
    const proxy = await serveProxy({ status: 407 });
    cli.bench.env.HTTPS_PROXY = `http://someone:hidden-word@127.0.0.1:${proxy.port}`;
    const { code, stderr } = await cli.bench.run('list', '--region', 'KR');
    expect(code).toBe(1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('HTTPS_PROXY');
    expect(stderr).not.toContain('hidden-word');
  }, 60_000);

  it.each(['socks5://127.0.0.1:1080', 'proxy.example:3128'])('refuses %s as a proxy', async (address) => {
    Object.assign(cli.bench.env, { NCLOUD_API_GW: 'https://gateway.test', HTTPS_PROXY: address });
    const { code, stderr } = await cli.bench.run('list', '--region', 'KR');
    expect(code).toBe(1);
    expect(stderr).toContain('HTTPS_PROXY is the address of a proxy');
  });
});
