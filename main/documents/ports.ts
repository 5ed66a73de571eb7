/** A file on its way in: encrypted as it comes, named by its content at the end. */
export type DocumentWriter = {
  write(bytes: Uint8Array): Promise<void>;
  /** Keeps it under the sha256 of everything written, and says which; the same file again replaces itself. */
  keep(mime: string): Promise<string>;
  /** Nothing of it stays. */
  drop(): Promise<void>;
};

/** Where documents lie. Every method throws when the disk refuses. */
export type DocumentStore = {
  create(): Promise<DocumentWriter>;
  remove(documentId: string): Promise<void>;
};
