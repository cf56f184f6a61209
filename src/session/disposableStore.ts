import type { Disposable } from 'vscode';

/** What one owner has to dispose of, in reverse order of adding. Added after dispose means disposed at once. */
export class DisposableStore implements Disposable {
  private readonly items: { dispose(): unknown }[] = [];
  private isDisposed = false;

  add<T extends { dispose(): unknown }>(item: T): T {
    if (this.isDisposed) item.dispose();
    else this.items.push(item);
    return item;
  }

  dispose(): void {
    this.isDisposed = true;
    for (const item of this.items.splice(0).reverse()) item.dispose();
  }
}
