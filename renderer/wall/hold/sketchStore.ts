import { create } from 'zustand';
import type { Line } from '../../../domain/wall/ink.ts';
import { onSketch, type Sketch } from '../../replica/sketches.ts';

/** A line that nobody goes on with belongs to a console that is gone, ms. */
const LEFT_AFTER_MS = 10_000;

type Sketches = Readonly<Record<string, Line & { readonly wallId: string; readonly heardAt: number }>>;

/** The lines that are being drawn, here or at another console, until they are kept. */
export const useSketches = create<Sketches>()(() => ({}));

/** Joins one more piece to its line; a piece whose beginning never came is no line. */
export function joinSketch({ wallId, line, from }: Omit<Sketch, 'type'>): void {
  useSketches.setState((sketches) => {
    const now = Date.now();
    const before = sketches[line.id]?.points ?? [];
    if (before.length < from) return sketches;
    const fresh = Object.entries(sketches).filter(([, { heardAt }]) => now - heardAt < LEFT_AFTER_MS);
    const points = [...before.slice(0, from), ...line.points];
    return { ...Object.fromEntries(fresh), [line.id]: { ...line, points, wallId, heardAt: now } };
  }, true);
}

/** The line is kept, or was given up. */
export function dropSketch(lineId: string): void {
  useSketches.setState((sketches) => {
    const { [lineId]: _gone, ...others } = sketches;
    return others;
  }, true);
}

onSketch(joinSketch);
