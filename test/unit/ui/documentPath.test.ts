import { describe, expect, it } from 'vitest';
import { linksIn, linkTo, withoutLinks } from '../../../src/words/documentLinks';
import { detailsTitle, documentHref, documentPath, topicOf, type Topic } from '../../../src/words/documentPath';
import { interfaceDetails, serverDetails, subnetDetails } from '../../../src/features/details/detailsDocument';
import { entryDocument, entryLink } from '../../../src/words/entryText';
import { regionDetails, vpcDetails } from '../../../src/features/details/placeDetails';
import { expectNothingActs, hostileRows } from '../../support/hostile';
import { hostileWorld } from '../../support/hostileWorld';
import { renderPreview } from '../../support/renderPreview.mjs';

const topic: Topic = ['interface', 'p1', 'KR', '701236'];

describe('the path of a document', () => {
  it('ends with what its tab is called: no slash, no ending but that of JSON', () => {
    const title = detailsTitle('web-01/eth0');
    expect(documentPath(topic, title)).toBe('/ncloud-ip/interface,p1,KR,701236/web-01 eth0 · Details');
    expect(documentPath(topic, title, 'json')).toBe(
      '/ncloud-ip-json/interface,p1,KR,701236/web-01 eth0 · Details.json',
    );
  });

  it.each(hostileRows)('gives back what it is about, and stays one of ours: %s', (_, text) => {
    const about: Topic = ['interface', text, `../${text}`, '..'];
    const path = documentPath(about, text);
    expect(path.split('/')).toHaveLength(4);
    expect(path.length).toBeLessThan(120_000);
    expect(topicOf(path)?.topic).toEqual(about.map((part) => part?.toWellFormed()));
    expect(path.split('/').at(-1)?.length).toBeLessThanOrEqual(150);
    // A link is read by URI rules: what it leads to is the path itself.
    const href = documentHref(about, text);
    expect(decodeURIComponent(new URL(href, `x:/ncloud-ip/plan/Plan`).pathname)).toBe(path);
  });

  it('of others is about nothing', () => {
    for (const path of ['/etc/passwd', '/ncloud-ip', '/ncloud-ip/plan', '/ncloud-ip/%zz/x', '']) {
      expect(topicOf(path)).toBeUndefined();
    }
  });
});

describe.each(hostileRows)('a document with links, of %s', (_, text) => {
  const { network, entry } = hostileWorld(text);
  const link = linksIn(text, text);
  const documents = [
    ...network.interfaces.map((one) => interfaceDetails(one, network, [], link, [entryLink(entry)])),
    ...network.subnets.map((one) => subnetDetails(one, network, link)),
    ...network.servers.map((one) => serverDetails(one, network, link)),
    ...network.vpcs.map((one) => vpcDetails(one, network, link)),
    regionDetails(text, network, link),
    entryDocument(entry, link),
  ];

  it('leads to our documents and nowhere else', () => {
    for (const document of documents) {
      const targets = [...String(renderPreview(document)).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
      expect(targets.length).toBeGreaterThan(0);
      for (const target of targets) expect(target).toMatch(/^\.\.\/[a-z]+%2C[\w%.~-]+\/[\w%.~-]+$/);
    }
  });

  it('is the same without links, and then nothing in it acts', () => {
    for (const document of documents) expectNothingActs(withoutLinks(document));
  });
});

it('takes links away and leaves what else looks like one', () => {
  const { markdown } = linkTo(topic, 'x', 'web-01 [a] (701236)');
  expect(withoutLinks(`- ${markdown} · \\[b\\](../c/d)`)).toBe('- web-01 \\[a\\] (701236) · \\[b\\](../c/d)');
});
