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

  /** Lists count from 1 and end at the first gap; `.0` and a bare name are unknown parameters and as such ignored. */
  listItems(valueOf: (index: number) => string | undefined): string[] {
    const items: string[] = [];
    for (let value = valueOf(1); value !== undefined; value = valueOf(items.length + 1)) items.push(value);
    return items;
  },

  /** A parameter given in the query and in the form counts as the query says. */
  mergeParameters: (query: URLSearchParams, form: URLSearchParams): [string, string][] => [...query, ...form],

  /** A body that does not call itself a form is not read: the documentation names one content type for POST. */
  isForm: (contentType: string | undefined): boolean =>
    contentType?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded',

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

  /** The losing side of a reassignment must not be busy either. */
  busyLoserRefuses: true,

  /** An existing interface may be attached in a public subnet; only creating with a server is documented as private only. */
  attachNeedsPrivateSubnet: false,

  /** `sortedBy` is seen with this value only; others are ignored like unknown parameters. */
  sortableServerField: 'serverName',
};
