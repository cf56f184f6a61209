/** Who asked for a change, where it was not a person at the window. Kept with its entry, shown in the history. */
export type Origin =
  | {
      readonly kind: 'file';
      /** As the user knows it: relative to the workspace folder, or as given on the command line. */
      readonly file: string;
      /** SHA-256 of the file's bytes, in hex. */
      readonly fileDigest: string;
      /** The git commit that the file was read from, in hex, where the file is as committed. */
      readonly commit?: string;
      /** See src/plan/planDigest.ts. */
      readonly planDigest: string;
    }
  | {
      readonly kind: 'assistant';
      /** The tool host, as far as it says its name. */
      readonly host?: string;
      /** See src/plan/planDigest.ts. */
      readonly planDigest: string;
    };

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** Who asks for a change that is not planned yet. The digest is that of the plan that is said yes to (runChange). */
export type Asker = Without<Origin, 'planDigest'>;
