import { plain } from '../text/plain';
import { detailsTitle, documentHref, type ThingKind, type Topic } from './documentPath';
import type { Markdown } from './factList';

/** A thing of a region: its name, and `label` where more than the name is to be read. */
export type NameThing<T> = (kind: ThingKind, no: string, name: string, label?: string) => T;

/** {@link NameThing} in a document. */
export type LinkThing = NameThing<Markdown>;

/** In a hover, which has no links. */
export const inWords: NameThing<string> = (_kind, _no, name, label = name) => label;

/** Names without links, for what is copied: a link leads from one of our documents to another and nowhere else. */
export const noLinks: LinkThing = (_kind, _no, name, label = name) => ({ markdown: plain(label) });

/** Links to the details of what is in this region of this profile. */
export function linksIn(profileId: string, regionCode: string): LinkThing {
  return (kind, no, name, label = name) => linkTo([kind, profileId, regionCode, no], detailsTitle(name), label);
}

/** A link to another of our documents. Nothing in the label acts, and the target leads nowhere else. */
export function linkTo(topic: Topic, title: string, label: string): Markdown {
  return { markdown: `[${plain(label)}](${documentHref(topic, title)})` };
}

/** A document without its {@link linkTo} links: their labels stay. What came from outside holds nothing that looks like one. */
export function withoutLinks(text: string): string {
  return text.replaceAll(/\[((?:[^\\\]\n]|\\.)*)\]\(\.\.\/[\w%.,~-]+\/[\w%.~-]+\)/g, '$1');
}
