import * as v from 'valibot';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** The extension on the other side, and what VS Code keeps for this page while it is hidden. */
export interface Host<Sent, State> {
  post(message: Sent): void;
  kept(): State | undefined;
  keep(state: State): void;
}

type Schema<T> = v.GenericSchema<unknown, T>;

/** Connects with the extension. What comes, or was kept, and is none of ours is passed over. */
export function connect<Heard, Sent, State>(
  schemas: { readonly heard: Schema<Heard>; readonly state: Schema<State> },
  onMessage: (message: Heard) => void,
): Host<Sent, State> {
  const api = acquireVsCodeApi();
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { success, output } = v.safeParse(schemas.heard, data);
    if (success) onMessage(output);
  });
  return {
    post: (message) => api.postMessage(message),
    kept() {
      const { success, output } = v.safeParse(schemas.state, api.getState());
      return success ? output : undefined;
    },
    keep: (state) => api.setState(state),
  };
}
