/** What is wrong in a file that a person wrote: where, and what was expected there. */
export type FileProblem = {
  /** The file's path as the person knows it. */
  readonly file: string;
  /** The field, such as `displays.panels[2].widthMm`; empty for the file as a whole. */
  readonly path: string;
  readonly expected: string;
};
