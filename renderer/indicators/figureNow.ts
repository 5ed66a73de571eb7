import type { Reading } from '../../domain/indicators/model.ts';
import { currentTime } from '../replica/clock.ts';
import { latestReading } from '../replica/store.ts';
import { readFigure, type Figure, type Source } from './figure.ts';

type Told = { readonly reading: Reading | undefined; readonly now: number; readonly figure: Figure };

const told = new WeakMap<Source, Told>();

/** What a source has to tell of its key's latest reading now; found once, however many parts of a tile ask. */
export function figureNow(source: Source): Figure {
  const reading = latestReading(source.indicator.id);
  const now = currentTime();
  const known = told.get(source);
  if (known && known.reading === reading && known.now === now) return known.figure;
  const figure = readFigure(source, reading, now);
  told.set(source, { reading, now, figure });
  return figure;
}
