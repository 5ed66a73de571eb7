import type { Severity } from '../../domain/incidents/model.ts';
import type { SignShape } from '../ui/Sign.tsx';

/** A severity's mark: its shape tells it without colour too. Its size in parts of the floor of type. */
export type Mark = { readonly shape: SignShape; readonly sizeEm: number };

export const marks: Readonly<Record<Severity, Mark>> = {
  info: { shape: 'circle', sizeEm: 0.85 },
  warning: { shape: 'triangle', sizeEm: 1.05 },
  critical: { shape: 'diamond', sizeEm: 1.15 },
  emergency: { shape: 'octagon', sizeEm: 1.35 },
};

/** Name of the mark's picture: filled while it wants somebody, an outline once it is known. */
export function markImage(severity: Severity, known: boolean): string {
  return known ? `${severity}-known` : severity;
}
