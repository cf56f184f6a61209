import type { Credentials } from '../../api/credentials';
import type { FoundKeys } from '../../session/keys/ncloudConfigure';
import type { Probe } from '../../session/keys/probeKeys';
import type { Endpoint, Profile } from '../../session/profile';
import type { Prompter } from '../../ui/prompter';

/** What the wizard knows so far of a profile to be. */
export interface ProfileAnswers {
  readonly site?: Exclude<Profile['site'], 'sandbox'>;
  readonly gatewayUrl?: string;
  readonly name?: string;
  readonly accessKey?: string;
  readonly secretKey?: string;
  readonly regionCode?: string;
  readonly probe?: Probe;
  /** Saved although the test failed, because the user said so. */
  readonly unproven?: boolean;
  readonly imported?: boolean;
  /** Keys of STS, which end. */
  readonly temporary?: boolean;
  /** As typed: minutes, or a moment. */
  readonly expires?: string;
}

/** What the questions of a profile need of the world around them. */
export interface ProfileFlowDeps {
  readonly prompter: Prompter;
  /** Why the keys are asked for, where nobody asked for the question. */
  readonly reason?: string | undefined;
  /** Keys found on this machine, for the first question. */
  readonly found: readonly FoundKeys[];
  readonly namesTaken: readonly string[];
  readonly now: () => number;
  /** Tries the keys at the endpoint: caller-identity and getRegionList. */
  readonly probe: (endpoint: Endpoint, credentials: Credentials) => Promise<Probe>;
}
