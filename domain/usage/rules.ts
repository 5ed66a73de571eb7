import { startOfVietnamDay, vietnamDay } from '../kernel/time.ts';
import type { PanelSpec, Wall } from '../wall/model.ts';
import { isAnyLit, tilesSeen } from '../wall/rules.ts';
import type { Seen, Subject, Use } from './model.ts';

/** Longer words on the wall are told by their beginning. */
const MOST_LABEL = 80;

function words(panel: PanelSpec): string {
  if (panel.kind === 'text') return panel.title || panel.text;
  if (panel.kind === 'banner') return panel.text;
  return panel.kind === 'countdown' ? panel.label : '';
}

/** What a tile shows: each indicator of a chart or table for itself. */
export function subjectsOf(panel: PanelSpec): readonly Seen[] {
  const { kind } = panel;
  if ('indicatorIds' in panel) return panel.indicatorIds.map((subject) => ({ kind, subject, label: '' }));
  if ('indicatorId' in panel) return [{ kind, subject: panel.indicatorId, label: '' }];
  if ('cameraId' in panel) return [{ kind, subject: panel.cameraId, label: '' }];
  if ('documentId' in panel) return [{ kind, subject: panel.documentId, label: '' }];
  if ('url' in panel && typeof panel.url === 'string')
    return [{ kind, subject: panel.url, label: panel.url }];
  const label = words(panel).slice(0, MOST_LABEL);
  return [{ kind, subject: label, label }];
}

/** One name for a subject. */
export function keyOf({ kind, subject }: Subject): string {
  return `${kind} ${subject}`;
}

/** The program went on beneath a frozen picture: nobody sees it. */
function isBeneath({ program, hold }: Wall): boolean {
  return hold.freeze !== null && program !== null && program.showAt > hold.freeze.at;
}

/** What can be seen on a wall now: shown by receipt, not covered, not beneath a frozen picture. Each thing once. */
export function seenOn(wall: Wall): readonly Seen[] {
  const { program } = wall;
  if (program === null || !isAnyLit(wall) || isBeneath(wall)) return [];
  const { scene } = program;
  const all: readonly Seen[] = [
    { kind: 'scene', subject: scene.id, label: scene.name.vi },
    ...tilesSeen(wall).flatMap(({ panel }) => subjectsOf(panel)),
  ];
  return [...new Map(all.map((seen) => [keyOf(seen), seen])).values()];
}

/** A time that can be counted, day by day in Viet Nam. */
export type Share = { readonly day: number; readonly ms: number };

/**
 * The time between two looks at the clock, by day. A clock that went back counts for nothing, a sleep or a clock set forward
 * for no more than `mostMs`: nobody knows what was seen.
 */
export function sharesOf(from: number, to: number, mostMs: number): readonly Share[] {
  const start = Math.max(from, to - mostMs);
  if (to <= start) return [];
  const midnight = startOfVietnamDay(vietnamDay(to));
  if (start >= midnight) return [{ day: vietnamDay(to), ms: to - start }];
  return [
    { day: vietnamDay(start), ms: midnight - start },
    { day: vietnamDay(to), ms: to - midnight },
  ].filter(({ ms }) => ms > 0);
}

/** Several days' uses of the same things as one, longest first. */
export function summed(uses: readonly Use[]): readonly Use[] {
  const all = new Map<string, Use>();
  for (const use of uses) {
    const before = all.get(keyOf(use));
    const newest = before === undefined || use.lastAt >= before.lastAt ? use : before;
    all.set(keyOf(use), {
      ...newest,
      shownMs: use.shownMs + (before?.shownMs ?? 0),
      times: use.times + (before?.times ?? 0),
    });
  }
  return [...all.values()].sort((a, b) => b.shownMs - a.shownMs || b.lastAt - a.lastAt);
}

/** Which of these scenes and indicators were not seen in these uses; an indicator is seen in whatever tile it stands. */
export function unusedOf(
  known: { readonly scenes: readonly string[]; readonly indicators: readonly string[] },
  uses: readonly Subject[],
): { readonly scenes: readonly string[]; readonly indicators: readonly string[] } {
  const scenes = new Set(uses.filter(({ kind }) => kind === 'scene').map(({ subject }) => subject));
  const indicators = new Set(
    uses.filter(({ kind }) => kind.startsWith('indicator')).map(({ subject }) => subject),
  );
  return {
    scenes: known.scenes.filter((id) => !scenes.has(id)),
    indicators: known.indicators.filter((id) => !indicators.has(id)),
  };
}
