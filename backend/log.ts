type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** Events, not prose: `room.pastTense` and fields; never a token, a name of a person or the content of a message. */
export type Log = Readonly<Record<'info' | 'warn' | 'error', (event: string, fields?: Fields) => void>>;

/** One JSON line per event. */
export function createLog(write: (line: string) => void): Log {
  const at =
    (level: string) =>
    (event: string, fields: Fields = {}) =>
      write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** A step that fails is logged and tried again by whoever calls next; it does not end the process. */
export function guarded(log: Log, event: string, step: () => void): () => void {
  return () => {
    try {
      step();
    } catch (failure) {
      log.error(event, { reason: reasonOf(failure) });
    }
  };
}

/** The text of whatever was thrown. */
export function reasonOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
