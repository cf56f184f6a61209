import type { TreeItem } from 'vscode';
import type { Scope } from '../session/scope';

/** What a node of the network tree stands for: all a command needs to know of it. */
export type Subject =
  | { readonly kind: 'profile'; readonly scope: Scope }
  | { readonly kind: 'region'; readonly scope: Scope }
  | { readonly kind: 'vpc'; readonly scope: Scope; readonly vpcNo: string }
  | { readonly kind: 'subnet'; readonly scope: Scope; readonly subnetNo: string }
  | { readonly kind: 'server'; readonly scope: Scope; readonly serverInstanceNo: string }
  | { readonly kind: 'interface'; readonly scope: Scope; readonly networkInterfaceNo: string }
  | {
      readonly kind: 'address';
      readonly scope: Scope;
      readonly networkInterfaceNo: string;
      readonly address: string;
      readonly role: 'primary' | 'secondary';
    }
  | { readonly kind: 'problem'; readonly scope: Scope; readonly error: unknown }
  | { readonly kind: 'note'; readonly scope: Scope };

/**
 * A node of the network tree. Ids are paths and stay the same over refreshes, so expansion and selection do too. A node says
 * what is so when it is asked, and outlives a reading: VS Code refreshes only the very objects that it was given.
 */
export interface TreeNode {
  readonly id: string;
  readonly parent: TreeNode | undefined;
  readonly subject: Subject;
  item(): TreeItem;
  /** Of a region that was not read: none. */
  children(): readonly TreeNode[];
}
