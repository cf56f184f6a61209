import manifest from '../../package.json';

/**
 * A stand-in for the module `vscode`, which exists inside VS Code's extension host only and cannot be had in plain Node.
 * It holds just what code that makes texts and tree items needs, so that this code is tested without an editor; the real
 * module is used by the integration and e2e suites. Where it differs it is stricter: a text whose placeholders and
 * arguments do not match throws.
 */
export const l10n = {
  /** Of another language than English, where a test sets it (support/inEachLanguage.ts). */
  bundle: undefined as Readonly<Record<string, string>> | undefined,
  t(message: string, ...args: readonly (string | number)[]): string {
    const used = new Set<number>();
    const text = (l10n.bundle?.[message] ?? message).replaceAll(/\{(\d+)\}/g, (_, digits: string) => {
      const index = Number(digits);
      used.add(index);
      if (args[index] === undefined) throw new Error(`No argument for {${index}} of: ${message}`);
      return String(args[index]);
    });
    if (used.size !== args.length) throw new Error(`Arguments left over for: ${message}`);
    return text;
  },
};

export const version = '1.0.0';
export const env = {
  language: 'en',
  appName: 'Test Editor',
  openExternal: (): Promise<boolean> => Promise.resolve(true),
};

export const Uri = {
  from: (parts: { readonly scheme: string; readonly path: string }) => parts,
  parse: (text: string) => ({ toString: () => text }),
  file: (fsPath: string) => ({ fsPath, path: fsPath, toString: () => `file://${fsPath}` }),
  joinPath: (base: { readonly fsPath: string }, ...parts: readonly string[]) =>
    Uri.file([base.fsPath, ...parts].join('/')),
};

export class RelativePattern {
  constructor(
    readonly baseUri: unknown,
    readonly pattern: string,
  ) {}
}

export class MarkdownString {
  constructor(public value = '') {}
}

export class LanguageModelTextPart {
  constructor(readonly value: string) {}
}

export class LanguageModelToolResult {
  constructor(readonly content: readonly LanguageModelTextPart[]) {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}

export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 } as const;

export class TreeItem {
  constructor(
    public label: string,
    public collapsibleState: number = TreeItemCollapsibleState.None,
  ) {}
}

export class EventEmitter<T> {
  private readonly listeners = new Set<(value: T) => unknown>();
  readonly event = (listener: (value: T) => unknown): { dispose(): void } => {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}

export class DataTransferItem {
  constructor(readonly value: unknown) {}
}

export const QuickPickItemKind = { Separator: -1, Default: 0 } as const;
export const QuickInputButtons = { Back: { iconPath: new ThemeIcon('quick-input-back') } };
export const ViewColumn = { Active: -1 } as const;
export const StatusBarAlignment = { Left: 1, Right: 2 } as const;
export const ExtensionMode = { Production: 1, Development: 2, Test: 3 } as const;
export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 } as const;

/** What a tab of a text is about. */
export class TabInputText {
  constructor(readonly uri: unknown) {}
}
/** What a tab of an editor that an extension brings is about. */
export class TabInputCustom {
  constructor(readonly uri: unknown) {}
}

/** Nobody sees these here: progress runs its work, messages are passed over. */
const nothing = (): Promise<undefined> => Promise.resolve(undefined);
export const window = {
  withProgress: <T>(_options: unknown, work: (progress: unknown, token: unknown) => Promise<T>): Promise<T> =>
    work({ report: () => undefined }, { onCancellationRequested: () => ({ dispose: () => undefined }) }),
  showInformationMessage: nothing,
  showWarningMessage: nothing,
  showErrorMessage: nothing,
  state: { focused: true },
  onDidChangeWindowState: (): { dispose(): void } => ({ dispose: () => undefined }),
  setStatusBarMessage: (): { dispose(): void } => ({ dispose: () => undefined }),
  tabGroups: {
    activeTabGroup: { activeTab: undefined },
    all: [],
    onDidChangeTabs: (): { dispose(): void } => ({ dispose: () => undefined }),
  },
  createStatusBarItem: () => ({ show: () => undefined, hide: () => undefined, dispose: () => undefined }),
} as const;
export const extensions = { getExtension: (): unknown => undefined };
export const commands = { executeCommand: nothing } as const;
/** Nobody asks anything of a language here, but in tests with support/textHost.ts. */
export const languages = {};

const settings: Readonly<Record<string, { readonly default: unknown } | undefined>> =
  manifest.contributes.configuration.properties;

/** Every setting of ours has the default that package.json gives it; VS Code's own have none. */
export const workspace = {
  asRelativePath: (uri: { readonly path: string }): string => uri.path.slice(uri.path.lastIndexOf('/') + 1),
  decode: (bytes: Uint8Array): Promise<string> => Promise.resolve(new TextDecoder().decode(bytes)),
  createFileSystemWatcher: (): unknown => undefined,
  onDidChangeConfiguration: (): { dispose(): void } => ({ dispose: () => undefined }),
  onDidOpenTextDocument: (): { dispose(): void } => ({ dispose: () => undefined }),
  onDidChangeTextDocument: (): { dispose(): void } => ({ dispose: () => undefined }),
  onDidSaveTextDocument: (): { dispose(): void } => ({ dispose: () => undefined }),
  onDidCloseTextDocument: (): { dispose(): void } => ({ dispose: () => undefined }),
  getConfiguration: (section: string) => ({
    get(key: string, otherwise?: unknown): unknown {
      const known = settings[`${section}.${key}`];
      if (!known && section === 'ncloudIp') throw new Error(`No setting ${key} in package.json`);
      return known ? known.default : otherwise;
    },
  }),
} as const;

// Places are compared as in VS Code (extHostTypes/position.ts and range.ts).
export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {
    if (!(line >= 0 && character >= 0)) throw new Error(`No place: ${line}:${character}`);
  }
  compareTo(other: Position): number {
    return Math.sign(this.line - other.line || this.character - other.character);
  }
  isEqual(other: Position): boolean {
    return this.compareTo(other) === 0;
  }
}
export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(
    ...places:
      | readonly [start: Position, end: Position]
      | readonly [startLine: number, startCharacter: number, endLine: number, endCharacter: number]
  ) {
    const [one, other] =
      places.length === 4
        ? [new Position(places[0], places[1]), new Position(places[2], places[3])]
        : [places[0], places[1]];
    if (!(one instanceof Position && other instanceof Position)) throw new Error('A range is made of positions');
    [this.start, this.end] = one.compareTo(other) <= 0 ? [one, other] : [other, one];
  }
  /** Two that only touch share a place, as in VS Code. */
  intersection(other: Range): Range | undefined {
    const start = this.start.compareTo(other.start) > 0 ? this.start : other.start;
    const end = this.end.compareTo(other.end) < 0 ? this.end : other.end;
    return start.compareTo(end) > 0 ? undefined : new Range(start, end);
  }
  isEqual(other: Range): boolean {
    return this.start.isEqual(other.start) && this.end.isEqual(other.end);
  }
}
// What an editor of lists hands to VS Code: each keeps what it is made of.
export class Diagnostic {
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}
export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 } as const;
export const DiagnosticTag = { Unnecessary: 1 } as const;
export class CompletionItem {
  constructor(
    readonly label: unknown,
    readonly kind: number,
  ) {}
}
export const CompletionItemKind = { Value: 11, Keyword: 13, Reference: 17 } as const;
export class SnippetString {
  constructor(readonly value: string) {}
}
export class CompletionList {
  constructor(
    readonly items: readonly CompletionItem[],
    readonly isIncomplete: boolean,
  ) {}
}
export class CodeLens {
  constructor(
    readonly range: Range,
    readonly command: unknown,
  ) {}
}
export class CodeAction {
  constructor(
    readonly title: string,
    readonly kind: unknown,
  ) {}
}
export const CodeActionKind = { QuickFix: 'quickfix' } as const;
export class WorkspaceEdit {
  readonly replaced: { readonly range: Range; readonly text: string }[] = [];
  replace(_uri: unknown, range: Range, text: string): void {
    this.replaced.push({ range, text });
  }
}
export class Hover {
  constructor(
    readonly contents: unknown,
    readonly range?: Range,
  ) {}
}
export class Location {
  constructor(
    readonly uri: unknown,
    readonly range: Range,
  ) {}
}
