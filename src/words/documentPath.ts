import { l10n } from 'vscode';
import { inert } from '../text/inert';

/** The scheme of our documents, which are read and never saved. */
export const documentScheme = 'ncloud-ip';

/** What details can be of: the kinds of the tree that have some. */
export type ThingKind = 'interface' | 'subnet' | 'server' | 'vpc' | 'region';

/**
 * What a document is about, enough to write it again: of a thing its profile, region and number (of a region none), of a change
 * its entry, of guests an interface and its addresses, or `entry` and the entry, of a failover its interfaces in order, of its test
 * when that began, of the plan of a file its address, profile and region.
 */
export type Topic =
  | readonly [kind: ThingKind, profileId: string, regionCode: string, no?: string]
  | readonly [kind: 'entry', id: string]
  | readonly [kind: 'guest', profileId: string, regionCode: string, ...about: string[]]
  | readonly [kind: 'failover', profileId: string, regionCode: string, ...networkInterfaceNos: string[]]
  | readonly [kind: 'failoverTest', profileId: string, regionCode: string, startedAt: string]
  | readonly [kind: 'connection', profileId: string]
  | readonly [kind: 'archive', name: string]
  /** A file of secondary IPs with what is live in it. */
  | readonly [kind: 'drift', file: string]
  | readonly [kind: 'plan', review?: string, ...fileProfileAndRegion: string[]];

/** By the folder VS Code tells the language: package.json makes all below `ncloud-ip` Markdown, so that a tab has no ending. */
const folders = { md: 'ncloud-ip', json: 'ncloud-ip-json', yaml: 'ncloud-ip-live' } as const;
/** The forms that documents have. */
export type DocumentForm = keyof typeof folders;
const forms = Object.keys(folders) as DocumentForm[];

/** Where a document is found. Its last part is what its tab is called; what it is about stands before that. */
export function documentPath(topic: Topic, title: string, form: DocumentForm = 'md'): string {
  return `/${folders[form]}/${segmentOf(topic)}/${titlePart(title)}${form === 'md' ? '' : `.${form}`}`;
}

/** The way from one Markdown document to another, as the target of a link. */
export function documentHref(topic: Topic, title: string): string {
  return `../${encoded(segmentOf(topic))}/${encoded(titlePart(title))}`;
}

/** What the document of a path is about; undefined when the path is none of ours. */
export function topicOf(path: string): { readonly topic: Topic; readonly form: DocumentForm } | undefined {
  const [, folder, segment = '', title] = path.split('/');
  if (!title) return undefined;
  try {
    const topic = segment.split(',').map(decodeURIComponent) as unknown as Topic;
    const form = forms.find((one) => folders[one] === folder);
    return form && { topic, form };
  } catch {
    return undefined;
  }
}

const things: ReadonlySet<string> = new Set<ThingKind>(['interface', 'subnet', 'server', 'vpc', 'region']);

/** The thing whose details a document holds; undefined for every other document. */
export function placeOf(path: string) {
  const { topic: [kind, profileId, regionCode, no] = [], form = 'md' } = topicOf(path) ?? {};
  if (kind === undefined || !things.has(kind) || profileId === undefined || regionCode === undefined) return undefined;
  return { kind: kind as ThingKind, profileId, regionCode, form, no };
}

/**
 * Where the document of a plan is found: another place for each review. VS Code remembers what it drew at an address, and a
 * plan of an earlier review must never stand beside this one. The plan of a file also says of which, and for which region.
 */
export function newPlanPath(...fileProfileAndRegion: string[]): string {
  return documentPath(['plan', crypto.randomUUID(), ...fileProfileAndRegion], l10n.t('Plan'));
}

/** What details of a thing are called. */
export function detailsTitle(name: string): string {
  return l10n.t('{0} · Details', name);
}

const segmentOf = (topic: Topic): string => topic.map((part = '') => encodeURIComponent(part.toWellFormed())).join(',');

/** A name may hold what has a meaning in a path: it may not begin another part of it, nor be longer than a tab can show. */
function titlePart(title: string): string {
  return inert(title.toWellFormed(), 120).replaceAll(/[/\\]/g, ' ');
}

/** Also what ends the target of a link in Markdown. */
function encoded(part: string): string {
  return encodeURIComponent(part).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
