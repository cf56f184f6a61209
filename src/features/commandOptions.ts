import * as v from 'valibot';
import { entryOutcomes } from '../change/entryOutcome';
import type { CommandId } from '../contributions';
import { formatIds } from '../copy/copyFormats';
import { systemIds } from '../guest/systems/system';
import { filterIds } from '../model/interfaceFilter';
import { groupings } from '../session/displayStore';
import { assistantAccesses, protections } from '../session/profile';

const text = (about: string) => v.pipe(v.string('a string'), v.description(about));
const texts = (about: string) => v.pipe(v.array(v.string(), 'an array of strings'), v.readonly(), v.description(about));
const whole = (about: string) => v.pipe(v.number('a whole number'), v.integer('a whole number'), v.description(about));
const yesNo = (about: string) => v.pipe(v.boolean('true or false'), v.description(about));
const id = <const Ids extends readonly string[]>(ids: Ids) => v.picklist(ids, `one of ${ids.join(', ')}`);
const oneOf = <const Ids extends readonly string[]>(ids: Ids, about: string) => v.pipe(id(ids), v.description(about));
const anyOf = <const Ids extends readonly string[]>(ids: Ids, about: string) =>
  v.pipe(v.array(id(ids), `an array of ${ids.join(', ')}`), v.readonly(), v.description(about));

/** Every option there is; the same name means the same in each command. Their descriptions are docs/commands.md. */
export const optionSchemas = {
  interactive: yesNo('`false`: called by code, which gets the errors and answers every question beforehand'),
  confirm: yesNo('`false`: without a review where that is allowed, and as `interactive: false`'),
  profile: text('name or id of a profile; else the active one'),
  regionCode: text('such as `KR`; else the region looked at through the profile'),
  networkInterfaceNo: text('number of a network interface'),
  subnetNo: text('number of a subnet'),
  secondaryIps: texts('addresses, ranges are not read'),
  count: whole(
    'how many addresses NAVER Cloud chooses besides; if the response is lost, repeating it may assign others',
  ),
  allowReassign: yesNo('`true`: may take an address from another interface of the subnet'),
  to: text('number of the network interface that gets the addresses'),
  text: text('what to look for, or a list of addresses to assign'),
  document: text('address of an open list, or of an open file of secondary IPs'),
  path: text('path of one of our documents; else the one in front'),
  block: whole('which block of code, from 0'),
  entry: text('id of a change in the history; else the newest that can be meant'),
  file: text('path of a file'),
  files: texts('names of unreadable files of the history'),
  before: text('a day such as `2026-01-31`'),
  profiles: texts('names of profiles'),
  outcomes: anyOf(entryOutcomes, 'which changes are shown'),
  regions: texts('`<profile>/<region code>` each, the profile by name or id'),
  groupBy: oneOf(groupings, 'how the tree is grouped'),
  filters: anyOf(filterIds, 'which interfaces are shown; none of them: all'),
  format: oneOf(formatIds, 'form to copy; `cli` or `curl` of a change, and `json` of details'),
  system: oneOf([...systemIds, 'all'], 'guest operating system'),
  standbys: texts('numbers of the network interfaces that take over, in order'),
  preempt: yesNo('`true`: the preferred server takes the addresses back when it returns'),
  seconds: whole('how many seconds, at most 1800'),
  address: text('an address'),
  name: text('name of a profile'),
  protection: oneOf(protections, 'what the profile lets happen'),
  assistants: oneOf(assistantAccesses, 'what assistants may do; `apply` in the sandbox only'),
  site: text('`public`, `gov`, `fin`, or `custom` with its `gatewayUrl`'),
  gatewayUrl: text('https, or http on loopback'),
  accessKey: text('an access key'),
  secretKey: text('its secret key'),
  expires: text('when temporary keys end'),
} as const;

type OptionName = keyof typeof optionSchemas;

/** What code answers beforehand. */
export type CommandOptions = {
  readonly [Name in OptionName]?: v.InferOutput<(typeof optionSchemas)[Name]> | undefined;
};

const where = ['profile', 'regionCode'] as const;
const addresses = [...where, 'networkInterfaceNo', 'secondaryIps'] as const;

/** What each command takes besides `interactive`, which all do. */
export const optionsOf: Readonly<Partial<Record<CommandId, readonly OptionName[]>>> = {
  'ncloudIp.addProfile': ['name', 'site', 'gatewayUrl', 'accessKey', 'secretKey', 'regionCode', 'expires'],
  'ncloudIp.removeProfile': ['profile', 'confirm'],
  'ncloudIp.renameProfile': ['profile', 'name'],
  'ncloudIp.switchProfile': ['profile'],
  'ncloudIp.switchRegion': where,
  'ncloudIp.revealEntry': ['entry'],
  'ncloudIp.updateKeys': ['profile'],
  'ncloudIp.setProtection': ['profile', 'protection'],
  'ncloudIp.setAssistants': ['profile', 'assistants'],
  'ncloudIp.chooseRegions': ['regions'],
  'ncloudIp.filterAndGroup': [...where, 'groupBy', 'filters', 'text'],
  'ncloudIp.filterByText': [...where, 'text'],
  'ncloudIp.clearFilter': where,
  'ncloudIp.findAddress': ['text'],
  'ncloudIp.showUnseen': [...where, 'subnetNo'],
  'ncloudIp.openSubnetMap': [...where, 'subnetNo', 'address', 'entry'],
  'ncloudIp.openNetworkOverview': where,
  'ncloudIp.copyNextAddress': [...where, 'subnetNo'],
  'ncloudIp.showDetails': [...where, 'networkInterfaceNo', 'format'],
  'ncloudIp.showDetailsJson': [...where, 'networkInterfaceNo'],
  'ncloudIp.openInConsole': where,
  'ncloudIp.copyAs': [...where, 'networkInterfaceNo', 'entry', 'format'],
  'ncloudIp.copyAddress': ['address'],
  'ncloudIp.guestOsCommands': [...addresses, 'entry', 'system'],
  'ncloudIp.setUpFailover': [...addresses, 'standbys', 'preempt'],
  'ncloudIp.failoverTest': [...addresses, 'seconds'],
  'ncloudIp.copyDocument': ['path', 'block'],
  'ncloudIp.revealDocument': ['path'],
  'ncloudIp.showPreview': ['path'],
  'ncloudIp.refresh': where,
  'ncloudIp.assignSecondaryIps': [...addresses, 'count', 'allowReassign', 'confirm', 'subnetNo'],
  'ncloudIp.unassignSecondaryIps': [...addresses, 'confirm'],
  'ncloudIp.moveSecondaryIps': [...addresses, 'to', 'confirm'],
  'ncloudIp.pasteAddress': ['confirm'],
  'ncloudIp.assignFromList': [...where, 'text', 'confirm'],
  'ncloudIp.assignGoodLines': [...where, 'document', 'confirm'],
  'ncloudIp.planFile': [...where, 'document'],
  'ncloudIp.planAndApply': [...where, 'document', 'confirm'],
  'ncloudIp.exportSecondaryIps': [...where, 'subnetNo', 'networkInterfaceNo'],
  'ncloudIp.showDrift': ['document'],
  'ncloudIp.addToFile': [...where, 'networkInterfaceNo', 'secondaryIps'],
  'ncloudIp.revealDeclared': ['document'],
  'ncloudIp.undo': ['entry', 'confirm'],
  'ncloudIp.undoEntry': ['entry', 'confirm'],
  'ncloudIp.redo': ['entry', 'confirm'],
  'ncloudIp.retryFailed': ['entry', 'allowReassign', 'confirm'],
  'ncloudIp.openHistoryEntry': ['entry'],
  'ncloudIp.copyHistoryEntry': ['entry'],
  'ncloudIp.exportHistory': ['file'],
  'ncloudIp.showHistory': [...where, 'networkInterfaceNo'],
  'ncloudIp.filterHistory': ['text', 'profiles', 'outcomes'],
  'ncloudIp.setAsideUnreadable': ['files'],
  'ncloudIp.archiveHistory': ['before'],
  'ncloudIp.openArchive': ['file'],
  'ncloudIp.doctor': ['profile'],
};

/** The options that code gave. Throws a TypeError that names what is not an option of the command, or is of another kind. */
export function readOptions(id: CommandId, given: Readonly<Record<string, unknown>>): CommandOptions {
  const known: readonly string[] = ['interactive', ...(optionsOf[id] ?? [])];
  for (const [name, value] of Object.entries(given)) {
    if (!known.includes(name)) {
      // Anybody's text, which VS Code may show: only what can be a name is repeated.
      const option = /^\w{1,40}$/.test(name) ? `option ${name}` : 'such option';
      throw new TypeError(`${id} has no ${option}; it has ${known.join(', ')}`);
    }
    const read = v.safeParse(optionSchemas[name as OptionName], value);
    if (value !== undefined && !read.success) throw new TypeError(`${name} must be ${read.issues[0].message}`);
  }
  return given;
}
