import { l10n } from 'vscode';
import type { Hit } from '../../search/hit';
import type { AddressPlace } from '../../search/placesOf';
import { interfaceName } from '../../words/interfaceTitle';
import { unseenText } from '../../words/subnetText';

/** A row of the search list: what was found, what it is, where it is. */
export interface HitText {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** A hit in the user's language. The kind and the role are words, never an icon alone. */
export function hitText(hit: Hit): HitText {
  const { profileName, regionCode } = hit.scope;
  const range =
    hit.cidr === undefined ? l10n.t('subnet {0}', hit.subnetNo) : join(hit.subnetName ?? hit.subnetNo, hit.cidr);
  if (hit.kind === 'subnet') {
    return {
      label: hit.subnetName ?? hit.subnetNo,
      description: join(l10n.t('subnet'), hit.cidr),
      detail: join(profileName, regionCode, hit.vpcName),
    };
  }
  const name = interfaceName(hit);
  const detail = join(
    profileName,
    regionCode,
    hit.vpcName,
    range,
    name === hit.networkInterfaceName ? undefined : hit.networkInterfaceName,
    hit.networkInterfaceNo,
  );
  if (hit.kind === 'address') {
    const role = hit.role === 'primary' ? l10n.t('primary') : l10n.t('secondary');
    return { label: hit.address, description: join(role, name), detail };
  }
  return {
    label: name,
    description: join(l10n.t('interface'), hit.ip),
    detail: join(
      detail,
      l10n.t('matched by {0}', fieldText(hit.field)),
      hit.field === 'mac' ? hit.macAddress : isHidden(hit.field) ? hit.text : undefined,
    ),
  };
}

/** Properties that the row of an interface does not show by itself. */
function isHidden(field: Hit['field']): boolean {
  return field === 'publicIp' || field === 'acg' || field === 'description';
}

/** A property of the network in words. */
function fieldText(field: Hit['field']): string {
  return {
    address: l10n.t('address'),
    number: l10n.t('number'),
    name: l10n.t('name'),
    server: l10n.t('server'),
    mac: l10n.t('MAC address'),
    subnet: l10n.t('subnet'),
    cidr: l10n.t('range'),
    publicIp: l10n.t('public IP'),
    acg: l10n.t('ACG'),
    description: l10n.t('description'),
    words: l10n.t('several words'),
  }[field];
}

/**
 * Where an address stands that no interface holds: what it is, and below it where. The label is the address alone: VS Code
 * puts the shortest of the labels that begin with what was typed first, and this answer belongs above longer addresses.
 */
export function placeText(address: string, place: Exclude<AddressPlace, { kind: 'held' }>, reason?: string): HitText {
  if (place.kind === 'outside') {
    const label =
      place.networks === 0
        ? l10n.t('No subnet is loaded, so it is unknown where {0} belongs.', address)
        : l10n.t('{0} is not in any subnet shown.', address);
    return { label, description: '', detail: '' };
  }
  const subnet = join(place.subnetName ?? place.subnetNo, place.cidr);
  const detail = join(subnet, place.vpcName ?? place.vpcNo, place.scope.profileName, place.scope.regionCode);
  const description =
    place.kind === 'reserved'
      ? l10n.t('reserved: use {0} to {1}', place.firstUsable, place.lastUsable)
      : unseenText(reason);
  return { label: address, description, detail };
}

function join(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
