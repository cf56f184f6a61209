/**
 * Every choice the documentation leaves open, in one place. Where two readings are possible the stricter one is taken,
 * so that a client which works here does not depend on the service being lenient.
 */
export const unconfirmed = {
  /** Name filters might match parts of names; only the whole name is sure to match. */
  nameMatches: (name: string | undefined, wanted: string): boolean => name === wanted,

  /** `ip` of getNetworkInterfaceList reads as "assigned IP": the primary address only. */
  ipMatches: (primary: string, wanted: string): boolean => primary === wanted,

  /** Only `json` is JSON; any other value, and none, is the default form. */
  formOf: (responseFormatType: string | undefined): 'json' | 'xml' => (responseFormatType === 'json' ? 'json' : 'xml'),

  /** The gateway's own errors are documented in JSON only, so they are JSON whatever form the call asked for. */
  gatewayErrorForm: 'json' as 'json' | 'xml',

  /** In XML the items of any list are named like the list without its ending, strings (`secondaryIpList`) as well. */
  xmlItemName: (listName: string): string => listName.replace(/List$/, ''),

  /**
   * Lists count 1, 2, 3, … and one that does not, such as `.1` and `.3`, `.0`, or an empty `.1` before `.2`, is undefined here and
   * refused as a bad value. Dropping what follows the gap would do half of what was asked and report success; collecting it would let a
   * client rely on a reading nobody promises. A bare name is an unknown parameter and as such ignored.
   */
  listItems(numbered: ReadonlyMap<string, string>): string[] | undefined {
    const items = Array.from({ length: numbered.size }, (_, index) => numbered.get(String(index + 1)));
    return items.every((item) => item !== undefined) ? items : undefined;
  },

  /** A parameter given in the query and in the form counts as the query says. */
  mergeParameters: (query: URLSearchParams, form: URLSearchParams): [string, string][] => [...query, ...form],

  /** A GET has everything in the signed query, so a body it comes with is not read: nobody signed that. */
  readsBody: (method: string | undefined): boolean => method !== 'GET',

  /** A body that does not call itself a form is not read: the documentation names one content type for POST. */
  isForm: (contentType: string | undefined): boolean =>
    contentType?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded',

  /**
   * XML has no way to write some characters, U+0000 among them; what the service does with one in a description is not known.
   * The replacement character keeps the answer readable and shows that something stood there.
   */
  xmlReplacement: '\uFFFD',

  /** Booleans are the two documented words; anything else is a bad value rather than false. */
  booleanOf: (text: string): boolean | undefined => (text === 'true' ? true : text === 'false' ? false : undefined),

  /** Without pageNo and pageSize everything is returned; with pageSize alone its first page. */
  defaultPageNo: 1,

  /** Repeated addresses in one list count once. */
  withoutRepeats: (addresses: readonly string[]): string[] => [...new Set(addresses)],

  /** The real text for a timestamp outside the window is not known. */
  skewDetails: 'The timestamp of the request has expired.',

  /** A bad value has no documented code in the Server API; this one is seen there with "Parameter is invalid.". */
  invalidParameterCode: '1100000',

  /** A region that does not exist is a bad value, not the default region. */
  unknownRegionIsInvalid: true,

  /** While an interface is UNSET it still names its server and counts against the limit of three. */
  unsetKeepsServer: true,

  /** An assign or unassign that changes nothing leaves the status as it is instead of going through SET. */
  noChangeKeepsStatus: true,

  /** Removing an ACG that the interface does not have is refused like one that does not exist. */
  absentGroupIsNotFound: true,

  /** Enabling a flow log that is enabled, or disabling one that is not, is refused instead of passed over. */
  flowLogRefusesRepeat: true,

  /** Minutes between two files of a flow log; only the default of 15 is documented. */
  flowLogMinutes: { least: 1, most: 1440 },

  /** A public IP nobody uses has these fields empty, as a server without one has its own, and matches no `vpcNo`. */
  noServer: { serverInstanceNo: '', serverName: '', privateIp: '' },

  /** The losing side of a reassignment must not be busy either. */
  busyLoserRefuses: true,

  /** An existing interface may be attached in a public subnet; only creating with a server is documented as private only. */
  attachNeedsPrivateSubnet: false,

  /** `sortedBy` is seen with this value only; others are ignored like unknown parameters. */
  sortableServerField: 'serverName',
};
