// The door of its bundle (esbuild.js): what is loaded with the first filter of the history.
export { changeHistoryFilter } from './changeHistoryFilter';
export { openHistoryFilter } from './openHistoryFilter';
export { thingOf } from './thingOf';
