import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A comment as GitHub's REST API has it, as far as it is used here. */
export interface FakeComment {
  readonly id: number;
  readonly user: { readonly login: string };
  body: string;
}

/**
 * A fake of the few addresses of GitHub's REST API that the action asks for (comments of an issue, pull requests of a commit), on
 * loopback. It is no GitHub: it knows one repository and one pull request, and says so in a header of every answer.
 */
export interface FakeGithub {
  readonly url: string;
  readonly comments: FakeComment[];
  /** `METHOD path` of each request. */
  readonly requests: string[];
  /** Those whose token is the one of the bot. */
  readonly token: string;
  close(): Promise<void>;
}

/** Starts the fake with pull request 7, whose head is `headSha` and which brought `mergeSha`. */
export async function startFakeGithub(headSha: string, mergeSha: string): Promise<FakeGithub> {
  const comments: FakeComment[] = [];
  const requests: string[] = [];
  const token = 'ghs_fakeTokenOfATest';
  const answer = (method: string, path: string, body: { body: string }): unknown => {
    const [, page = '1'] = /[?&]page=(\d+)/.exec(path) ?? [];
    if (method === 'GET' && path.startsWith('/repos/o/r/issues/7/comments?')) {
      return comments.slice((Number(page) - 1) * 100, Number(page) * 100);
    }
    if (method === 'POST' && path === '/repos/o/r/issues/7/comments') {
      const comment = { id: comments.length + 1, user: { login: 'github-actions[bot]' }, body: body.body };
      comments.push(comment);
      return comment;
    }
    const id = /^\/repos\/o\/r\/issues\/comments\/(\d+)$/.exec(path)?.[1];
    const known = comments.find((one) => one.id === Number(id));
    if (method === 'PATCH' && known) return Object.assign(known, { body: body.body });
    if (method === 'GET' && path === `/repos/o/r/commits/${mergeSha}/pulls`) {
      return [{ number: 7, merged_at: '2026-11-27T00:00:00Z', head: { sha: headSha } }];
    }
    return method === 'GET' && path.startsWith('/repos/o/r/commits/') ? [] : undefined;
  };
  const server = http.createServer((request, response) => {
    const { method = '', url = '' } = request;
    requests.push(`${method} ${url}`);
    void (async () => {
      const body = method === 'GET' ? { body: '' } : ((await json(request)) as { body: string });
      const isKnown = request.headers.authorization === `Bearer ${token}`;
      const found = isKnown ? answer(method, url, body) : undefined;
      response.writeHead(isKnown ? (found === undefined ? 404 : 200) : 401, {
        'content-type': 'application/json',
        'x-fake': 'a fake of GitHub for the tests of ncloud-ip',
      });
      response.end(JSON.stringify(found ?? { message: 'This is a fake of GitHub, and it does not know that.' }));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    comments,
    requests,
    token,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
