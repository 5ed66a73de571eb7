import { createLucideIcon, Info, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Severity } from '../../domain/incidents/model.ts';
import type { SignShape } from '../ui/Sign.tsx';

/** The family has no diamond with a mark in it; drawn on its grid, from its diamond. */
const DiamondAlert = createLucideIcon('diamond-alert', [
  [
    'path',
    {
      d: 'M2.7 10.3a2.41 2.41 0 0 0 0 3.41l7.59 7.59a2.41 2.41 0 0 0 3.41 0l7.59-7.59a2.41 2.41 0 0 0 0-3.41l-7.59-7.59a2.41 2.41 0 0 0-3.41 0Z',
      key: 'diamond',
    },
  ],
  ['path', { d: 'M12 8v4', key: 'stroke' }],
  ['path', { d: 'M12 16h.01', key: 'dot' }],
]);

/** A shape for each severity, so that colour is never alone; the same shapes as on the map. */
export const severityIcons: Record<Severity, LucideIcon> = {
  info: Info,
  warning: TriangleAlert,
  critical: DiamondAlert,
  emergency: OctagonAlert,
};

export const severityShapes: Record<Severity, SignShape> = {
  info: 'circle',
  warning: 'triangle',
  critical: 'diamond',
  emergency: 'octagon',
};
