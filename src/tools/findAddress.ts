import * as v from 'valibot';
import { placesOf, type AddressPlace } from '../search/placesOf';
import type { Network } from '../model/network';
import { answerOf, recentReading } from './envelope';
import { bareOrMarked, foreign } from './foreign';
import { labelIn } from './interfaceRow';
import { cursorInput, pageOf } from './page';
import { defineTool } from './tool';

/** Who holds addresses, and where they lie. */
export const findAddress = defineTool({
  input: v.strictObject({
    addresses: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.minLength(1), v.maxLength(20)),
    cursor: cursorInput,
  }),
  needs: 'look',
  async run({ addresses, cursor }, call) {
    const reading = await recentReading(call);
    const { network, readAt } = reading;
    const { profile, regionCode } = call.scope;
    const scope = { profileId: profile.id, profileName: profile.name, regionCode };
    const rows = addresses.flatMap((text) => {
      const address = text.trim();
      const places = placesOf(address, [{ scope, network }]);
      return places.length === 0
        ? [[bareOrMarked(address), 'notAnAddress']]
        : places.map((place) => [address, ...placeRow(place, network)]);
    });
    return answerOf(call, reading, { columns, ...pageOf(rows, cursor, readAt) });
  },
});

const columns = ['address', 'state', 'subnet', 'subnetName', 'range', 'interface', 'name'] as const;

function placeRow(place: AddressPlace, network: Network): readonly unknown[] {
  if (place.kind === 'outside') return ['outside'];
  const { subnetNo, subnetName, cidr } = place;
  const where = [
    bareOrMarked(subnetNo),
    subnetName === undefined ? null : foreign(subnetName),
    cidr === undefined ? null : bareOrMarked(cidr),
  ];
  if (place.kind !== 'held') return [place.kind, ...where];
  const holder = network.interface(place.networkInterfaceNo);
  return [place.role, ...where, bareOrMarked(place.networkInterfaceNo), holder ? labelIn(network, holder) : null];
}
