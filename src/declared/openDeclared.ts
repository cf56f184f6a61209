import { addToDeclaration } from './addToDeclaration';
import { checkDeclaration } from './checkDeclaration';
import { completionPlace } from './completionPlace';
import { groupByScope } from './groupByScope';
import { edited, removed } from './listEdits';
import { liveEdits } from './liveEdits';
import { readDeclarations } from './readDeclarations';
import { writeDeclaration } from './writeDeclaration';

/** The door to files of declared addresses: a bundle of its own, with the parser and the planner. */
export const declared = {
  readDeclarations,
  groupByScope,
  completionPlace,
  checkDeclaration,
  writeDeclaration,
  addToDeclaration,
  liveEdits,
  edited,
  removed,
} as const;

/** What is behind it. */
export type Declared = typeof declared;
