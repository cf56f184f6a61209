import { createPlanStore } from './planStore';
import { runTool } from './runTool';

/** The door to the tools: a bundle of its own, opened when an assistant uses the first one. */
export const tools = { createPlanStore, runTool };
