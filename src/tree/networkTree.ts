import { EventEmitter, l10n, type Disposable, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Network } from '../model/network';
import type { Gap } from '../session/loadNetwork';
import type { NetworkStore, Reading, Scope } from '../session/networkStore';
import { errorText } from '../ui/errorText';
import type { TreeNode } from './node';
import { noteNode } from './noteNode';
import { problemNode } from './problemNode';
import { subnetNode } from './subnetNode';
import { vpcNode } from './vpcNode';

export interface NetworkTreeDeps {
  readonly networks: Pick<NetworkStore, 'state' | 'load' | 'isBusy' | 'onDidChange'>;
  readonly scope: () => Scope | undefined;
}

/** The Network view: what was last read of the scope looked at. A failed read is a node; the last good network stays. */
export class NetworkTree implements TreeDataProvider<TreeNode>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  private readonly subscription: Disposable;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly deps: NetworkTreeDeps) {
    this.subscription = deps.networks.onDidChange(() => this.redraw());
  }

  redraw(): void {
    this.changed.fire(undefined);
  }

  getTreeItem(node: TreeNode): TreeItem {
    return node.item();
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return [...node.children()];
    const scope = this.deps.scope();
    if (!scope) return [];
    const { kind } = this.deps.networks.state(scope);
    // Waiting here makes the view show its own progress; a failure is drawn from the state below.
    if (kind === 'unread' || kind === 'loading') await this.deps.networks.load(scope).catch(() => undefined);
    return [...this.roots(scope)];
  }

  /** The node of an interface, for reveal; undefined when the interface is not in the last reading. */
  findInterface(scope: Scope, networkInterfaceNo: string): TreeNode | undefined {
    const isIt = ({ subject }: TreeNode): boolean =>
      subject.kind === 'interface' && subject.networkInterfaceNo === networkInterfaceNo;
    const search = (nodes: readonly TreeNode[]): TreeNode | undefined => {
      for (const node of nodes) {
        const found = isIt(node) ? node : node.subject.kind === 'interface' ? undefined : search(node.children());
        if (found) return found;
      }
      return undefined;
    };
    return search(this.roots(scope));
  }

  private roots(scope: Scope): readonly TreeNode[] {
    const state = this.deps.networks.state(scope);
    const problems = state.kind === 'failed' ? [problemNode(scope, state.error)] : [];
    const reading = 'last' in state ? state.last : undefined;
    return reading ? [...problems, ...this.ofReading(scope, reading)] : problems;
  }

  private ofReading(scope: Scope, { network, gaps }: Reading): readonly TreeNode[] {
    const isBusy = (no: string): boolean => this.deps.networks.isBusy(scope, no);
    const vpcs = [...network.vpcs].sort((a, b) => a.vpcName.localeCompare(b.vpcName));
    return [
      ...gaps.map((gap) => gapNode(scope, gap)),
      ...vpcs.map((vpc) => vpcNode(scope, network, vpc, isBusy)),
      ...danglingSubnets(network).map((subnetNo) => subnetNode(scope, undefined, network, subnetNo, isBusy)),
    ];
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}

/** Subnets whose VPC is not visible, and subnets known from interfaces only: nothing an account holds may disappear. */
function danglingSubnets(network: Network): readonly string[] {
  const known = new Set(
    network.subnets.filter(({ vpcNo }) => network.vpc(vpcNo) !== undefined).map(({ subnetNo }) => subnetNo),
  );
  const all = [...network.subnets, ...network.interfaces].map(({ subnetNo }) => subnetNo);
  return [...new Set(all)].filter((subnetNo) => !known.has(subnetNo)).sort();
}

function gapNode(scope: Scope, { what, error }: Gap): TreeNode {
  const label = {
    regions: l10n.t('Regions could not be read.'),
    vpcs: l10n.t('VPCs could not be read.'),
    subnets: l10n.t('Subnets could not be read.'),
    servers: l10n.t('Servers could not be read.'),
  }[what];
  return noteNode(scope, what, label, errorText(error).message);
}
