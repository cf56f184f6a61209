import type { AccessControlGroup } from '../model/accessControlGroup';
import type { NetworkInterface } from '../model/networkInterface';
import type { Region, Zone } from '../model/region';
import type { Server } from '../model/server';
import type { Subnet } from '../model/subnet';
import type { Vpc } from '../model/vpc';
import type { Pace } from './calls/pace';
import type { Credentials } from './credentials';
import type { Logger } from './logger';
import type { UnreadableRow } from './schemas/listAnswer';

/** What is missing from a list that could be read otherwise. */
export interface ListGap {
  /** Rows that nobody can read, left out. */
  readonly unreadable: readonly UnreadableRow[];
  /** There are more rows than are ever read. */
  readonly isCut: boolean;
  /** The list changed each time it was read: a row may have been missed. */
  readonly isUnsteady: boolean;
}

/** What every call takes besides its parameters; an aborted signal ends it with kind `cancelled`. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /**
   * Takes a list with gaps, and is told of them before the call resolves. Without it a list with an unreadable row, or one
   * that is cut, fails as `unreadable`: a row left out would look like one that is gone.
   */
  readonly onGap?: (gap: ListGap) => void;
  /** Told as soon as it is known that a list has more pages than its first. */
  readonly onMore?: () => void;
}

/** What a write takes. Its signal ends the waiting for its turn; once it has left, its answer is waited for. */
export interface WriteOptions extends CallOptions {
  /** Asked right before the request leaves this machine; false = it stays here (`cancelled`, effect `none`). */
  readonly mayLeave?: () => boolean;
}

/** Filters of getNetworkInterfaceList that exist; subnetNo and vpcNo do not, and the service ignores what it does not know. */
export interface NetworkInterfaceQuery {
  readonly regionCode: string;
  readonly networkInterfaceNoList?: readonly string[];
  readonly ip?: string;
  readonly secondaryIpList?: readonly string[];
  readonly networkInterfaceName?: string;
  readonly networkInterfaceStatusCode?: string;
  readonly subnetName?: string;
  readonly instanceNo?: string;
  readonly isDefault?: boolean;
  readonly deviceName?: string;
  readonly serverName?: string;
}

/** Parameters of assignSecondaryIps. List + count must be 1 … 5; `allowReassign` touches listed addresses only. */
export interface AssignSecondaryIpsRequest {
  readonly regionCode: string;
  readonly networkInterfaceNo: string;
  readonly secondaryIpList?: readonly string[];
  /** 0 … 5 addresses of the service's choice. */
  readonly secondaryIpCount?: number;
  readonly allowReassign?: boolean;
}

/** Parameters of unassignSecondaryIps. An address the interface does not hold is no error. */
export interface UnassignSecondaryIpsRequest {
  readonly regionCode: string;
  readonly networkInterfaceNo: string;
  readonly secondaryIpList: readonly string[];
}

/** Who a key belongs to: GET /api/v1/caller-identity on the site's STS host. */
export interface CallerIdentity {
  readonly id: string;
  readonly loginAlias?: string | undefined;
  /** `Customer`, `Sub` or `Role`. */
  readonly userType?: string | undefined;
}

/** A success as the service answered it: the interface right after the call, usually still SET; absent when it named none. */
export interface ChangeAnswer {
  readonly networkInterface?: NetworkInterface;
  readonly requestId?: string;
}

/** The documented actions this extension uses. Lists come whole (all pages). Every method throws ApiError and nothing else. */
export interface NcloudApi {
  getCallerIdentity(options?: CallOptions): Promise<CallerIdentity>;
  getRegionList(options?: CallOptions): Promise<Region[]>;
  getZoneList(regionCode: string, options?: CallOptions): Promise<Zone[]>;
  getVpcList(regionCode: string, options?: CallOptions): Promise<Vpc[]>;
  getSubnetList(regionCode: string, options?: CallOptions): Promise<Subnet[]>;
  getServerInstanceList(regionCode: string, options?: CallOptions): Promise<Server[]>;
  getAccessControlGroupList(regionCode: string, options?: CallOptions): Promise<AccessControlGroup[]>;
  getNetworkInterfaceList(query: NetworkInterfaceQuery, options?: CallOptions): Promise<NetworkInterface[]>;
  /** Undefined when there is no such interface (the service answers an empty list). */
  getNetworkInterfaceDetail(
    regionCode: string,
    networkInterfaceNo: string,
    options?: CallOptions,
  ): Promise<NetworkInterface | undefined>;
  /** Sent once: whether and when a write may be made again is for the caller to say, after another look. */
  assignSecondaryIps(request: AssignSecondaryIpsRequest, options?: WriteOptions): Promise<ChangeAnswer>;
  unassignSecondaryIps(request: UnassignSecondaryIpsRequest, options?: WriteOptions): Promise<ChangeAnswer>;
  /** Closes idle connections; calls under way are cancelled. */
  dispose(): void;
}

/** Everything the client needs of the outside world. */
export interface ApiConfig {
  /** `https://ncloud.apigw.ntruss.com` and the like; http only for loopback. */
  readonly gatewayUrl: string;
  /** Base of caller-identity; the sandbox serves both on one address. */
  readonly stsUrl: string;
  /** Asked before every attempt, so a changed key is picked up by the next one. */
  readonly credentials: () => Promise<Credentials>;
  readonly now: () => number;
  readonly log: Logger;
  /** More are never sent: 1 … 50 (default); Infinity turns pacing off. */
  readonly requestsPerSecond?: number;
  /** What clients of one account share; without it a client learns for itself. */
  readonly pacing?: {
    /** By host and account. */
    readonly paces: Map<string, Pace>;
    /** Where what was learned is kept. */
    readonly folder: string;
  };
  readonly timeoutMs?: number;
  /** `HTTPS_PROXY` and `NO_PROXY` count: where no editor's proxy support sits below. */
  readonly usesEnvironmentProxy?: boolean;
  /** Reads default to GET, writes to POST; both work for every action. */
  readonly method?: 'GET' | 'POST';
  readonly responseFormatType?: 'json' | 'xml';
  /** Wait before the second try in ms; later ones grow from it. */
  readonly retryFirstMs?: number;
}
