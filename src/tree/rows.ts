/** The door to the rows of both views: a bundle of its own, opened with the first of them. */
export { historyItem } from './historyItem';
export { ShownRegions } from './shownRegions';
