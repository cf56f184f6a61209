import {
  overviewState,
  toOverview,
  type FromOverview,
  type OverviewState,
  type ToOverview,
} from '../../map/overviewMessages';
import { connect, type Host } from '../host';
import { watchHeartbeat } from '../heartbeat';
import { OverviewPage } from './overviewPage';

/** The page waits for the extension to say what it shows. */
let page: OverviewPage | undefined;
const host: Host<FromOverview, OverviewState> = connect(
  { heard: toOverview, state: overviewState },
  (message: ToOverview) => {
    hear();
    if (message.type === 'open') page = new OverviewPage(host, message);
    else if (message.type !== 'live') page?.take(message);
  },
);
const hear = watchHeartbeat(
  () => host.post({ type: 'live' }),
  (liveUntil) => page?.setLive(liveUntil),
);
host.post({ type: 'ready' });
