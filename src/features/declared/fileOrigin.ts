import { createHash } from 'node:crypto';
import { extensions, Uri, workspace, type TextDocument } from 'vscode';
import type { Asker } from '../../change/journalEntry';
import { fileText } from '../../words/change/originText';

/** What is used of the API of VS Code's own Git extension, version 1 (vscode/extensions/git/src/api/git.d.ts). */
interface GitApi {
  getRepository(uri: Uri): {
    readonly state: { readonly HEAD?: { readonly commit?: string } };
    show(ref: string, path: string): Promise<string>;
  } | null;
}

/** A file as it was planned. */
interface PlannedFile {
  readonly document: TextDocument;
  readonly text: string;
  /** The text stood in the editor alone. */
  readonly isUnsaved: boolean;
}

/** How plans and the history name the file. */
export function wishedFile({ document, isUnsaved }: Omit<PlannedFile, 'text'>): string {
  return fileText({ file: workspace.asRelativePath(document.uri), isUnsaved });
}

/**
 * The file with this text, as what asks for a change: its name, whether it was saved, the digest of its text, and the commit that
 * has just this text.
 */
export async function fileOrigin({ document, text, isUnsaved }: PlannedFile): Promise<Asker> {
  const commit = await commitOf(document, text).catch(() => undefined);
  return {
    kind: 'file',
    file: workspace.asRelativePath(document.uri),
    ...(isUnsaved && { isUnsaved }),
    fileDigest: createHash('sha256')
      .update(await bytesOf(document, text))
      .digest('hex'),
    ...(commit !== undefined && { commit }),
  };
}

/** As they are on the disk, where just this text is: by now another program may have written something else. */
async function bytesOf({ uri, isUntitled, encoding }: TextDocument, text: string): Promise<Uint8Array | string> {
  if (isUntitled) return text;
  try {
    const bytes = await workspace.fs.readFile(uri);
    return plainText(await workspace.decode(bytes, { encoding })) === plainText(text) ? bytes : text;
  } catch {
    return text;
  }
}

/** HEAD, where its file is this one to the letter. Git is not started for it: without its extension at work there is none. */
async function commitOf({ uri, isUntitled }: TextDocument, text: string): Promise<string | undefined> {
  const git = extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (!git?.isActive || isUntitled) return undefined;
  const repository = git.exports.getAPI(1).getRepository(uri);
  const commit = repository?.state.HEAD?.commit;
  if (!repository || commit === undefined || !/^[0-9a-f]{7,64}$/.test(commit)) return undefined;
  const committed = await repository.show(commit, uri.fsPath);
  return plainText(committed) === plainText(text) ? commit : undefined;
}

/** A text to compare: line ends and the mark of the encoding are Git's and the editor's. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}
