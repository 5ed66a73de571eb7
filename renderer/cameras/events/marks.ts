import { Car, Flame, TrafficCone, Users, type LucideIcon } from 'lucide-react';
import type { CameraEventKind } from '../../../domain/cameras/events.ts';

/** Each kind has its own shape, so that none is told by colour alone. */
export const kindIcons: Readonly<Record<CameraEventKind, LucideIcon>> = {
  plate: Car,
  jam: TrafficCone,
  crowd: Users,
  smoke: Flame,
};
