import { applyPlanTool } from './applyPlanTool';
import { findAddress } from './findAddress';
import { getHistory } from './getHistory';
import { getInterface } from './getInterface';
import { listFindings } from './listFindings';
import { listNetwork } from './listNetwork';
import { planChangeTool, planUndoTool } from './planTools';
import type { Tool } from './tool';
import { unusedAddresses } from './unusedAddresses';

/**
 * Every tool that assistants have. There is none that assigns or unassigns: a change is a plan, and a person says yes to it.
 * Hosts know them by these names with `ncloud-ip_` in front (VS Code), or as they are (a server of its own).
 */
export const toolTable = {
  listNetwork,
  findAddress,
  getInterface,
  listFindings,
  getHistory,
  unusedAddresses,
  planChange: planChangeTool,
  planUndo: planUndoTool,
  applyPlan: applyPlanTool,
} as const satisfies Readonly<Record<string, Tool>>;

/** The name of a tool. */
export type ToolName = keyof typeof toolTable;
