import { z } from 'zod';
import { ReceiptSchema, WallAnswerSchema } from '../../domain/wall/wire.ts';
import { guarded, type Log } from '../log.ts';
import type { CommandBook } from '../store/commandTable.ts';

/** Receipts come in by the display: they are written together, ms. */
const KEEP_MS = 250;

/** What is kept of a command; not its input, which may be long and is of no more use. */
const KeptSchema = z.object({
  commandId: z.string(),
  call: z.string(),
  by: z.string(),
  device: z.string(),
  console: z.string(),
  at: z.number(),
  state: z.enum(['not-delivered', 'unanswered', 'answered']),
  answer: WallAnswerSchema.optional(),
  receipts: z.array(ReceiptSchema),
});
export type KeptCommand = z.infer<typeof KeptSchema>;

type Needs = {
  readonly book: CommandBook;
  readonly log: Log;
  readonly wallId: string;
  /** So many are remembered. */
  readonly most: number;
};

function keyOf({ device, console, commandId }: KeptCommand): string {
  return JSON.stringify([device, console, commandId]);
}

/** One wall's commands on disk: the same command is answered, not carried out, again, also by the backend's next process. */
export function createWallBook({ book, log, wallId, most }: Needs) {
  const waiting = new Map<string, KeptCommand>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const rows = [...waiting].map(([key, kept]) => ({ key, at: kept.at, body: JSON.stringify(kept) }));
    waiting.clear();
    if (rows.length > 0) guarded(log, 'commands.unkept', () => book.keep(wallId, rows, most))();
  }

  return {
    /** Oldest first; one that cannot be read takes no other with it. */
    read: (): readonly KeptCommand[] =>
      book.read(wallId).flatMap(({ body }) => {
        const kept = KeptSchema.safeParse(parsed(body));
        return kept.success ? [kept.data] : [];
      }),
    /** `at-once`: before anything else happens. */
    keep(kept: KeptCommand, when: 'soon' | 'at-once'): void {
      waiting.set(keyOf(kept), kept);
      if (when === 'at-once') write();
      else timer ??= setTimeout(write, KEEP_MS);
    },
    write,
  };
}
export type WallBook = ReturnType<typeof createWallBook>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
