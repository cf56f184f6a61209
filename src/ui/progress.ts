import { ProgressLocation, window } from 'vscode';
import { viewIds } from '../contributions';
import { inert } from '../text/inert';

/** Shows the Network view's own progress bar while something is read. */
export function withViewProgress<T>(work: () => Promise<T>): Promise<T> {
  return Promise.resolve(window.withProgress({ location: { viewId: viewIds.network } }, work));
}

/** Reports where long work stands; `share` is this step's part of 100. */
export type Report = (message: string, share?: number) => void;

/** Work with a notification and Cancel from its start. Cancel aborts the signal. */
export function withNotification<T>(
  title: string,
  work: (signal: AbortSignal, report: Report) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  return Promise.resolve(
    window.withProgress(
      { location: ProgressLocation.Notification, title: inert(title), cancellable: true },
      (progress, token) => {
        token.onCancellationRequested(() => abort.abort());
        return work(abort.signal, (message, share = 0) =>
          progress.report({ message: inert(message), increment: share }),
        );
      },
    ),
  );
}

/**
 * Long work: the view's bar at once and, if it is not done within a second, a notification with Cancel. Cancel aborts the
 * signal; what the work makes of that is its own matter.
 */
export async function withCancellableProgress<T>(
  title: string,
  work: (signal: AbortSignal, report: Report) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const reports: Parameters<Report>[] = [];
  let tell: Report = (...report) => reports.push(report);
  const running = withViewProgress(() => work(abort.signal, (...report) => tell(...report)));
  const timer = setTimeout(() => {
    void withNotification(title, (signal, report) => {
      signal.addEventListener('abort', () => abort.abort());
      for (const early of reports) report(...early);
      tell = report;
      return running.catch(() => undefined);
    });
  }, 1_000);
  return running.finally(() => clearTimeout(timer));
}
