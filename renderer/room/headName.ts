import type { SeatedHead } from '../../domain/wall/roomModel.ts';

/** What a screen is called: what it says of itself, and where it is plugged in, as far as either is known. */
export function headName({ name, connector }: Pick<SeatedHead, 'name' | 'connector'>): string {
  return [name, connector].filter((word) => word !== '').join(' · ');
}
