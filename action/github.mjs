// What the action asks of GitHub's REST API (https://docs.github.com/en/rest, version 2022-11-28).

/** So many comments of a pull request are looked through. */
const mostPages = 30;
const pageSize = 100;

/**
 * GitHub as one repository sees it. Throws an Error with the status, never with the token.
 * @param {{ apiUrl: string, repository: string, token: string }} where
 */
export function createGithub({ apiUrl, repository, token }) {
  async function ask(method, path, body) {
    const response = await fetch(`${apiUrl}/repos/${repository}${path}`, {
      method,
      redirect: 'error',
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'ncloud-ip',
        'x-github-api-version': '2022-11-28',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${method} ${path}`);
    return response.json();
  }

  async function comments(number) {
    const all = [];
    for (let page = 1; page <= mostPages; page++) {
      const some = await ask('GET', `/issues/${number}/comments?per_page=${pageSize}&page=${page}`);
      all.push(...some);
      if (some.length < pageSize) break;
    }
    return all;
  }

  return {
    /** The comment that begins with a mark, if `login` wrote it: anybody can write such a mark. */
    async findComment(number, mark, login) {
      return (await comments(number)).findLast(({ body, user }) => user?.login === login && body?.startsWith(mark));
    },
    /** Writes a comment, in the place of the one with the same mark. */
    async putComment(number, mark, login, text) {
      const before = await this.findComment(number, mark, login);
      const body = `${mark}${text}`;
      return before
        ? ask('PATCH', `/issues/comments/${before.id}`, { body })
        : ask('POST', `/issues/${number}/comments`, { body });
    },
    /** The pull request that brought a commit to its branch. */
    async mergedPull(sha) {
      const pulls = await ask('GET', `/commits/${sha}/pulls`);
      return pulls.find(({ merged_at: mergedAt }) => mergedAt);
    },
  };
}
