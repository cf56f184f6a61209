import { mapState, toMap, type MapState, type ToMap } from '../map/messages';
import type { FromMap } from '../map/messagesFromMap';
import { connect, type Host } from './host';
import { watchHeartbeat } from './heartbeat';
import { MapPage } from './mapPage';

/** The page waits for the extension to say what it shows. */
let page: MapPage | undefined;
const host: Host<FromMap, MapState> = connect({ heard: toMap, state: mapState }, (message: ToMap) => {
  hear();
  if (message.type === 'open') page = new MapPage(host, message);
  else if (message.type !== 'live') page?.take(message);
});
const hear = watchHeartbeat(
  () => host.post({ type: 'live' }),
  (liveUntil) => page?.setLive(liveUntil),
);
host.post({ type: 'ready' });
