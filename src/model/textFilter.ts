import { fold, macNeedle } from './fold';
import { interfaceLine, subnetLine, wantedWords } from './lines';
import type { Network } from './network';

/** What a text leaves of a network, by number. */
export interface TextMatches {
  readonly interfaces: ReadonlySet<string>;
  readonly subnets: ReadonlySet<string>;
}

/** Gives what holds every word of a text somewhere; `profileName`: words that name it or the region are no more than that. */
export type TextFilter = (network: Network, text: string, profileName: string) => TextMatches;

/** A thing's number and all that is known of it. */
type Line = readonly [number: string, line: string];

interface Known {
  readonly interfaces: readonly Line[];
  readonly subnets: readonly Line[];
  last?: { readonly asked: string; readonly found: TextMatches };
}

/** Reads each network once, and scans it once for each text: it is asked at every keystroke and for every drawing. */
export function createTextFilter(): TextFilter {
  const known = new WeakMap<Network, Known>();
  return (network, text, profileName) => {
    const lines = known.get(network) ?? linesOf(network);
    known.set(network, lines);
    const asked = `${profileName}\n${text}`;
    if (lines.last?.asked === asked) return lines.last.found;
    const words = wantedWords(fold(text.trim()), { profileName, regionCode: network.regionCode });
    const needles = words.map(formsOf);
    const fits = ([, line]: Line): boolean => needles.every((forms) => forms.some((form) => line.includes(form)));
    const found = { interfaces: numbersOf(lines.interfaces, fits), subnets: numbersOf(lines.subnets, fits) };
    lines.last = { asked, found };
    return found;
  };
}

function linesOf(network: Network): Known {
  return {
    interfaces: network.interfaces.map((one) => [one.networkInterfaceNo, interfaceLine(one, network)]),
    subnets: network.subnets.map(({ subnetNo }) => [subnetNo, subnetLine(subnetNo, network)]),
  };
}

const numbersOf = (lines: readonly Line[], fits: (line: Line) => boolean): ReadonlySet<string> =>
  new Set(lines.filter(fits).map(([number]) => number));

/** A word as it was typed, and as the MAC address or the address with its prefix that it may be. */
function formsOf(word: string): readonly string[] {
  const forms = [word, macNeedle(word), word.split('/')[0]];
  return [...new Set(forms)].filter((form): form is string => form !== undefined && form !== '');
}
