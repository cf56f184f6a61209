import type { MapState } from '../map/messages';
import type { FromMap, MapAction } from '../map/messagesFromMap';
import type { RowWidth } from '../map/scene';
import { selectOne, type Selection } from '../map/selection';
import type { Host } from './host';
import type { Model } from './model';

/** What somebody may ask the extension for. */
export interface Requests {
  readonly act: (action: MapAction) => void;
  readonly onto: (networkInterfaceNo: string) => void;
  readonly save: (format: 'svg' | 'png', columns: RowWidth) => void;
}

/** How the page gets its selection ready. */
interface Selecting {
  readonly dropHidden: () => void;
  readonly select: (selection: Selection) => void;
}

/** Asks with what is selected and seen. Where nothing comes of it, the extension says why. */
export function requestsTo(host: Host<FromMap, MapState>, model: Model, { dropHidden, select }: Selecting): Requests {
  const chosen = (): { offsets: number[]; isPast: boolean } => {
    dropHidden();
    return { offsets: [...model.selection.offsets], isPast: model.past !== undefined };
  };
  return {
    act(action) {
      if (model.selection.offsets.size === 0) select(selectOne(model.focus));
      host.post({ type: 'act', action, ...chosen() });
    },
    onto: (networkInterfaceNo) => host.post({ type: 'onto', networkInterfaceNo, ...chosen() }),
    save: (format, columns) => host.post({ type: 'export', format, columns, unfolded: [...model.unfolded] }),
  };
}
