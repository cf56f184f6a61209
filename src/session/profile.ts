import { sites, type SiteName } from '../api/sites';

/** What a profile lets happen, from the weakest on: anything, anything after typing the interface's name, nothing. */
export const protections = ['none', 'protected', 'readOnly'] as const;
/** One of them. */
export type Protection = (typeof protections)[number];

/** What assistants may do with a profile, from the least on: nothing, look, propose what a person says yes to, change a sandbox unasked. */
export const assistantAccesses = ['off', 'look', 'propose', 'apply'] as const;
/** One of them. */
export type AssistantAccess = (typeof assistantAccesses)[number];

/** An account at a site. Never holds a key: those are in SecretStorage under the id. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly site: SiteName | 'sandbox' | 'custom';
  /** Only with `custom`: https, or http on loopback. */
  readonly gatewayUrl?: string;
  readonly regionCode: string;
  readonly protection?: Protection;
  /** `propose` when absent; see {@link assistantAccess}. */
  readonly assistants?: AssistantAccess;
}

/** What assistants really may do: to change something unasked is for the sandbox alone, whatever is stored. */
export function assistantAccess({
  site,
  assistants = 'propose',
}: Pick<Profile, 'site' | 'assistants'>): AssistantAccess {
  return assistants === 'apply' && site !== 'sandbox' ? 'propose' : assistants;
}

/** Where calls go, as base addresses without a slash at the end. */
export interface Endpoint {
  readonly gatewayUrl: string;
  readonly stsUrl: string;
}

/** Where a profile's calls go; undefined for the sandbox, whose address is known once it runs. A custom gateway is asked for identities too. */
export function endpointOf({
  site,
  gatewayUrl,
}: Pick<Profile, 'site'> & { readonly gatewayUrl?: string | undefined }): Endpoint | undefined {
  if (site === 'sandbox') return undefined;
  if (site === 'custom') return gatewayUrl === undefined ? undefined : { gatewayUrl, stsUrl: gatewayUrl };
  return Object.hasOwn(sites, site) ? sites[site] : undefined;
}

/** The profile that a person or code means by `wanted`: its id or its name. */
export function findProfile(profiles: readonly Profile[], wanted: string | undefined): Profile | undefined {
  return profiles.find(({ id, name }) => id === wanted || name === wanted);
}
