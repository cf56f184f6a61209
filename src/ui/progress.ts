import { ProgressLocation, window } from 'vscode';
import { viewIds } from '../contributions';

/** Shows the Network view's own progress bar while something is read. */
export function withViewProgress<T>(work: () => Promise<T>): Promise<T> {
  return Promise.resolve(window.withProgress({ location: { viewId: viewIds.network } }, work));
}

/** Reports where long work stands; `share` is this step's part of 100. */
export type Report = (message: string, share?: number) => void;

/**
 * Long work: the view's bar at once and, if it is not done within a second, a notification with Cancel. Cancel aborts the
 * signal; what the work makes of that is its own matter.
 */
export async function withCancellableProgress<T>(
  title: string,
  work: (signal: AbortSignal, report: Report) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const reports: { message: string; increment: number }[] = [];
  let tell: Report = (message, share = 0) => reports.push({ message, increment: share });
  const running = withViewProgress(() => work(abort.signal, (message, share) => tell(message, share)));
  const timer = setTimeout(() => {
    void window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (progress, token) => {
        token.onCancellationRequested(() => abort.abort());
        for (const report of reports) progress.report(report);
        tell = (message, share = 0) => progress.report({ message, increment: share });
        return running.catch(() => undefined);
      },
    );
  }, 1_000);
  return running.finally(() => clearTimeout(timer));
}
