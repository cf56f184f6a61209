import { l10n } from 'vscode';
import type { MapTexts } from '../../map/messages';
import type { OverviewTexts } from '../../map/overviewMessages';
import type { DescribeHolder } from '../../map/readMap';
import type { Network } from '../../model/network';
import { maxSecondaryIps } from '../../model/networkInterface';
import { unlistedText } from '../../words/facts';
import { interfaceTitle } from '../../words/interfaceTitle';
import { shownName } from '../../words/shownName';
import { statusText } from '../../words/statusText';

/** The words of the map. Each is a whole text for l10n; what the page fills in stays a `{0}`. */
export function mapTexts(): MapTexts {
  return {
    states: {
      primary: l10n.t('primary IP'),
      secondary: l10n.t('secondary IP'),
      chosen: l10n.t('secondary IP of the chosen interface'),
      changing: l10n.t('changing'),
      reserved: l10n.t('reserved'),
      declared: l10n.t('reserved in a file'),
      unseen: l10n.t('not seen in use'),
    },
    whyUnseen: unlistedText(),
    legend: l10n.t('What the cells mean'),
    addresses: l10n.t('Addresses'),
    gap: l10n.t('{0} – {1} · {2} not seen in use', '{0}', '{1}', '{2}'),
    gapOthers: l10n.t('{0} – {1} · {2} others', '{0}', '{1}', '{2}'),
    primaryOf: l10n.t('primary IP of {0}', '{0}'),
    secondaryOf: l10n.t('secondary IP of {0}', '{0}'),
    chosen: l10n.t('chosen interface'),
    selected: l10n.t('{0} selected', '{0}'),
    tooMany: l10n.t('An interface holds up to {0} secondary IPs', maxSecondaryIps),
    nothing: l10n.t('Nothing selected'),
    assign: l10n.t('Assign to…'),
    move: l10n.t('Move to…'),
    unassign: l10n.t('Unassign'),
    copyAs: l10n.t('Copy As…'),
    copy: l10n.t('Copy'),
    saveSvg: l10n.t('Save as SVG…'),
    asMap: l10n.t('Map'),
    asTable: l10n.t('Table'),
    address: l10n.t('Address'),
    state: l10n.t('State'),
    networkInterface: l10n.t('Network interface'),
    server: l10n.t('Server'),
    status: l10n.t('Status'),
    typed: l10n.t('Going to {0}', '{0}'),
    notHere: l10n.t('{0} is not in this subnet', '{0}'),
    hidden: l10n.t('The filter hides {0}', '{0}'),
    relaxed: l10n.t('All addresses are shown again: the filter hid {0}', '{0}'),
    allShown: l10n.t('All addresses are shown again'),
    otherMap: l10n.t('Nothing was moved: drop it on an interface of this map. An address stays in its subnet.'),
    notLive: notLive(),
    keptFor: l10n.t('reserved in a file for {0}', '{0}'),
    since: l10n.t('since {0}', '{0}'),
    colours: l10n.t('Colors'),
    colourBy: {
      state: l10n.t('By State'),
      server: l10n.t('By Server'),
      interface: l10n.t('By Interface'),
      recent: l10n.t('By Last Change'),
    },
    ages: [l10n.t('1 hour'), l10n.t('1 day'), l10n.t('7 days'), l10n.t('30 days')],
    time: l10n.t('Time'),
    now: l10n.t('Now'),
    past: l10n.t('As it was before {0}, as far as the history knows', '{0}'),
    chips: l10n.t('Network interfaces: press one, or drag what is selected onto it'),
    chip: `{0} · {1}/${maxSecondaryIps}`,
    moreChips: l10n.t('and {0} more', '{0}'),
    findChip: l10n.t('Find an interface'),
    noChip: l10n.t('No match for {0}.', '{0}'),
    onto: l10n.t('Put what is selected onto this interface'),
    savePng: l10n.t('Save as PNG…'),
  };
}

const notLive = (): string => l10n.t('Not live: this is as of {0}. Close it and open it again.', '{0}');

/** The words of the overview, in the same way. */
export function overviewTexts(): OverviewTexts {
  return {
    region: l10n.t('VPCs and subnets'),
    space: l10n.t('{0} – {1} · {2} in no subnet', '{0}', '{1}', '{2}'),
    left: l10n.t('{0} in no subnet', '{0}'),
    used: l10n.t('seen in use'),
    reserved: l10n.t('reserved'),
    unseen: l10n.t('not seen in use'),
    whyUnseen: unlistedText(),
    share: l10n.t('{0} of {1} seen in use', '{0}', '{1}'),
    unreadable: l10n.t('its range cannot be read'),
    byAddress: l10n.t('By Address'),
    byFullness: l10n.t('Fullest First'),
    empty: l10n.t('No VPC in this region.'),
    notLive: notLive(),
  };
}

/** Names interfaces for the map as they are named everywhere: printable, short, in the user's language. */
export function describeHolder(network: Network): DescribeHolder {
  return (networkInterface) => ({
    title: interfaceTitle(networkInterface, network),
    server: shownName(network.serverOf(networkInterface)?.serverName ?? ''),
    status: statusText(networkInterface),
  });
}
