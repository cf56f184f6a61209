import http from 'node:http';

const parallel = 10;

/**
 * What a load costs at least: the same pages over kept connections, collected, decoded and parsed, as many at a time as the
 * client has. Nothing is signed, checked or joined.
 */
export function bareClient(base: string, targets: readonly string[]): () => Promise<void> {
  const agent = new http.Agent({ keepAlive: true });
  const fetchPage = (target: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      http
        .get(base + target, { agent }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
        })
        .on('error', reject);
    });
  const lists = [...Map.groupBy(targets, (target) => target.split('?')[0] ?? '').values()].map((list) => {
    const isPage = (target: string): boolean => /pageSize=1000\b/.test(target);
    const pages = list.filter(isPage).sort((a, b) => pageOf(a) - pageOf(b));
    // The lists without pages, and the looks at where two pages meet.
    return { pages, others: list.filter((target) => !isPage(target)) };
  });
  return async () => {
    await Promise.all(
      lists.map(async ({ pages, others }) => {
        if (pages[0]) await fetchPage(pages[0]);
        for (let at = 1; at < pages.length; at += parallel)
          await Promise.all(pages.slice(at, at + parallel).map(fetchPage));
        await Promise.all(others.map(fetchPage));
      }),
    );
  };
}

function pageOf(target: string): number {
  return Number(/pageNo=(\d+)/.exec(target)?.[1] ?? 1);
}
