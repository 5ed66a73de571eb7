import { create } from 'zustand';
import type { ImportProblem } from './importFile.ts';

/** A file on its way in, or how the last one ended. It goes on while the operator works at another desk. */
type ImportState = {
  readonly coming: { readonly name: string; readonly done: number; readonly cancel: () => void } | null;
  readonly refused: { readonly name: string; readonly problem: ImportProblem } | null;
};

export const useImports = create<ImportState>()(() => ({ coming: null, refused: null }));

/** Brings files in, one after the other; the first that is refused ends the row. */
export async function importFiles(files: readonly File[]): Promise<void> {
  // The reader of PDFs is large: it is loaded when somebody brings a file.
  const { importFile } = await import('./importFile.ts');
  const stop = new AbortController();
  useImports.setState({ refused: null });
  for (const file of files) {
    const cancel = (): void => stop.abort();
    const tell = (done: number): void => useImports.setState({ coming: { name: file.name, done, cancel } });
    tell(0);
    const outcome = await importFile(file, { onProgress: tell, signal: stop.signal });
    useImports.setState({ coming: null });
    if (outcome.ok) continue;
    return useImports.setState({ refused: { name: file.name, problem: outcome.reason } });
  }
}
