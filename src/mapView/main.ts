import type { ToMap } from '../map/messages';
import { connect } from './host';
import { MapPage } from './mapPage';

/** The page waits for the extension to say what it shows. */
let page: MapPage | undefined;
const host = connect((message: ToMap) => {
  if (message.type === 'open') page = new MapPage(host, message);
  else page?.take(message);
});
host.post({ type: 'ready' });
