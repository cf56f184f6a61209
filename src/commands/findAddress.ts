import { l10n } from 'vscode';
import { isIpv4 } from '../model/address';
import { createAddressIndex, type AddressIndex } from '../search/addressIndex';
import type { Scope } from '../session/networkStore';
import { errorText } from '../ui/errorText';
import type { Choice } from '../ui/prompter';
import { withViewProgress } from '../ui/progress';
import { hitText, placeText } from '../ui/searchText';
import type { CommandContext } from './commandContext';
import { textOption, type Arguments } from './readArguments';
import type { Found } from './found';
import { revealFound } from './revealFound';

/**
 * Find Address: over every loaded network while typing; an exact address that no loaded network holds is asked of the API
 * in every region shown. Enter reveals. By code: `{ text, confirm: false }` returns what was found.
 */
export async function findAddress(context: CommandContext, args: Arguments): Promise<unknown> {
  const text = textOption(args.options, 'text');
  const index = await withViewProgress(() => indexShown(context));
  if (args.isProgrammatic && text !== undefined) {
    return { hits: index.find(text), places: index.placeOf(text) };
  }
  const answer = await context.prompter.search<Found>({
    title: l10n.t('Find Address'),
    placeholder: l10n.t('Address or part of it, MAC, interface, server, subnet'),
    ...(text !== undefined && { value: text }),
    find: (typed) => localChoices(index, typed),
    findMore: (typed, signal) => askedChoices(context, index, typed, signal),
  });
  if (answer?.kind !== 'next') return undefined;
  await revealFound(context, answer.value);
  return answer.value;
}

/** The index of everything read; regions shown that were not read yet are read first, and one that cannot be is passed over. */
export async function indexShown({
  scopes,
  networks,
}: Pick<CommandContext, 'scopes' | 'networks'>): Promise<AddressIndex> {
  const readings = await Promise.allSettled(
    scopes.shown().map(async (scope) => ({ scope, reading: await networks.load(scope) })),
  );
  return createAddressIndex(
    readings.flatMap((result) =>
      result.status === 'fulfilled'
        ? [{ profile: result.value.scope.profile, network: result.value.reading.network }]
        : [],
    ),
  );
}

function localChoices(index: AddressIndex, text: string): Choice<Found>[] {
  const icons = { address: 'circle-filled', interface: 'plug', subnet: 'type-hierarchy-sub' } as const;
  const hits = index.find(text).map((hit) => {
    const words = hitText(hit);
    return { ...words, label: `$(${icons[hit.kind]}) ${words.label}`, value: { kind: 'hit' as const, hit } };
  });
  const places = index.placeOf(text).flatMap((place) => {
    if (place.kind === 'held') return [];
    const { label, detail } = placeText(text.trim(), place);
    return [{ label: `$(info) ${label}`, detail, value: { kind: 'place' as const, place } }];
  });
  return [...hits, ...places];
}

async function askedChoices(
  { scopes, apis }: Pick<CommandContext, 'scopes' | 'apis'>,
  index: AddressIndex,
  text: string,
  signal: AbortSignal,
): Promise<Choice<Found>[]> {
  const address = text.trim();
  if (!isIpv4(address) || index.placeOf(address).some(({ kind }) => kind === 'held')) return [];
  const lists = await Promise.all(scopes.shown().map((scope) => askRegion(apis, scope, address, signal)));
  return lists.flat();
}

async function askRegion(
  apis: Pick<CommandContext['apis'], 'get'>,
  scope: Scope,
  address: string,
  signal: AbortSignal,
): Promise<Choice<Found>[]> {
  const { profile, regionCode } = scope;
  const description = `${profile.name} · ${regionCode}`;
  try {
    const api = await apis.get(profile);
    const lists = await Promise.all([
      api.getNetworkInterfaceList({ regionCode, ip: address }, { signal }),
      api.getNetworkInterfaceList({ regionCode, secondaryIpList: [address] }, { signal }),
    ]);
    return lists.flat().map((networkInterface) => ({
      value: { kind: 'asked', scope, networkInterface },
      label: `$(cloud) ${address}`,
      description: `${networkInterface.networkInterfaceName} (${networkInterface.networkInterfaceNo}) · ${description}`,
      detail: l10n.t('NAVER Cloud says so now; it was not in what was read before.'),
    }));
  } catch (error) {
    if (signal.aborted) return [];
    const label = `$(warning) ${l10n.t('This region could not be asked.')}`;
    return [{ value: { kind: 'unasked', scope }, label, description, detail: errorText(error).message }];
  }
}
