/** The guests we know: five by their permanent set-up, one until the next boot. */
export const systemIds = ['ubuntu', 'rocky', 'centos7', 'debian', 'windows', 'temporary'] as const;
/** One of the guests above. */
export type GuestSystem = (typeof systemIds)[number];

/** What stands over a block that is one of several ways, or has a condition. Text is made in src/features/guest/guestText.ts. */
export type Caption = 'keepDhcp' | 'withNetsh' | 'orPowerShell' | 'orPowerShellWithoutDhcp';

/** Commands, or with `path` the whole content of a file. */
export interface Block {
  readonly caption?: Caption;
  readonly language: 'sh' | 'yaml' | 'ini' | 'powershell' | 'conf';
  readonly path?: string;
  readonly text: string;
}

/** What a reader of one system's commands has to know. Text is made in src/features/guest/guestText.ts. */
export type SystemNote =
  'asRoot' | 'asAdministrator' | 'lostAtReboot' | 'netplanName' | 'wholeList' | 'interfacesSource' | 'checkBefore';

/** How to add, remove and check, in order. No block names a gateway: a second one breaks the guest's routing. */
export interface SystemSteps {
  readonly notes: readonly SystemNote[];
  readonly add: readonly Block[];
  readonly remove: readonly Block[];
  readonly check: readonly Block[];
  /** The check is for before the change as well: it tells whether and how to go on. */
  readonly checksFirst?: true;
}

/** The commands of one operating system. */
export interface SystemCommands extends SystemSteps {
  readonly id: GuestSystem;
  /** The server's platform hints at it. */
  readonly isLikely: boolean;
}
