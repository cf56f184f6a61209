import type { CancellationToken, LanguageModelToolResult, PreparedToolInvocation, Uri, WebviewPanel } from 'vscode';
import type { JournalEntry } from '../change/journalEntry';
import type { CommandId, ToolId } from '../contributions';
import type { Scope } from '../session/scope';

/** What people can do, what they read, and what is done about an interrupted change: all that waits for a click. */
export interface Features {
  /** Runs a command with what VS Code handed over. */
  run(id: CommandId, given: readonly unknown[]): Promise<unknown>;
  /** Writes one of our documents by its path (details/writeDocument.ts). */
  write(path: string): Promise<string>;
  openLink(uri: Pick<Uri, 'path' | 'query'>): Promise<void>;
  /** What is said before a tool runs; does nothing else. */
  prepareTool(id: ToolId, input: unknown): Promise<PreparedToolInvocation | undefined>;
  /** Runs a tool that an assistant calls. */
  runTool(id: ToolId, input: unknown, token: CancellationToken): Promise<LanguageModelToolResult>;
  /** Fills a map that was open when the window went away (map/createMaps.ts). */
  restoreMap(panel: WebviewPanel, state: unknown): Promise<void>;
  restoreOverview(panel: WebviewPanel, state: unknown): Promise<void>;
  /** Finds out what became of interrupted changes (change/recoverOpenEntries.ts). */
  recover(claimed: readonly JournalEntry[], restUntil: Map<string, number>): Promise<void>;
}

/** The maps that stand open, one for each subnet of an account, and the overviews of regions. */
export interface Maps {
  /** Opens the map of a subnet, or brings it to the front; with an address, leads to it. */
  open(scope: Scope, subnetNo: string, address?: string): void;
  /** Opens the overview of a region, or brings it to the front; with a VPC, leads to it. */
  openOverview(scope: Scope, vpcNo?: string): void;
  /** Fills a panel that was open when the window went away. */
  restore(panel: WebviewPanel, state: unknown): void;
  restoreOverview(panel: WebviewPanel, state: unknown): void;
  /** Leads to an address in a map that is open; does nothing where none is. */
  reveal(scope: Scope, subnetNo: string, address: string): void;
}
