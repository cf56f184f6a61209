import * as v from 'valibot';
import { mapState, toMap, type FromMap, type MapState, type ToMap } from '../map/messages';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** The extension on the other side, and what VS Code keeps for this page while it is hidden. */
export interface Host {
  post(message: FromMap): void;
  kept(): MapState | undefined;
  keep(state: MapState): void;
}

/** Connects with the extension. What comes and is no message of ours is passed over. */
export function connect(onMessage: (message: ToMap) => void): Host {
  const api = acquireVsCodeApi();
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { success, output } = v.safeParse(toMap, data);
    if (success) onMessage(output);
  });
  return {
    post: (message) => api.postMessage(message),
    kept() {
      const { success, output } = v.safeParse(mapState, api.getState());
      return success ? output : undefined;
    },
    keep: (state) => api.setState(state),
  };
}
