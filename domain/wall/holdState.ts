import type { Hold } from './holding.ts';
import { holdAfter } from './holdRules.ts';
import type { Stroke } from './ink.ts';
import { looksAfter } from './lookRules.ts';
import type { Receipt, Wall } from './model.ts';
import type { Commanded } from './receipts.ts';

export type HoldChange =
  /** Frozen, covered, opened, heard, wiped: the whole of it as it is now, and the command that made it so. */
  | (Commanded & { readonly type: 'wall.held'; readonly hold: Omit<Hold, 'ink'> })
  | { readonly type: 'wall.inkDrawn'; readonly wallId: string; readonly stroke: Stroke }
  | (Commanded & { readonly type: 'wall.inkWiped' })
  /** Which tiles are not drawn from now on. */
  | {
      readonly type: 'wall.suspended';
      readonly wallId: string;
      readonly suspended: Hold['suspended'];
      readonly by: string;
    };

function byDisplay(receipts: readonly Receipt[]): Wall['receipts'] {
  return Object.fromEntries(receipts.map((receipt) => [receipt.displayId, receipt]));
}

/** The wall after something was laid over its program, or taken away. */
export function applyHoldChange(wall: Wall, step: HoldChange): Wall {
  const { hold } = wall;
  switch (step.type) {
    case 'wall.held':
      return {
        ...wall,
        hold: { ...hold, ...step.hold, ink: hold.ink },
        command: step.command,
        receipts: byDisplay(step.receipts),
      };
    case 'wall.suspended':
      return { ...wall, hold: { ...hold, suspended: step.suspended } };
    case 'wall.inkDrawn':
      return { ...wall, hold: { ...hold, ink: [...hold.ink, step.stroke] } };
    case 'wall.inkWiped':
      return {
        ...wall,
        hold: { ...hold, ink: [] },
        command: step.command,
        receipts: byDisplay(step.receipts),
      };
  }
}

/** The wall with nothing held or turned that its program no longer shows. */
export function withoutOrphans(wall: Wall): Wall {
  const looks = looksAfter(wall.looks, wall.program?.scene);
  const hold = holdAfter(wall.hold, wall.program?.scene, looks);
  return hold === wall.hold && looks === wall.looks ? wall : { ...wall, hold, looks };
}
