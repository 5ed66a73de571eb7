import {
  Cctv,
  ChartSpline,
  Clock,
  FileText,
  Film,
  Gauge,
  Globe,
  Image,
  LayoutList,
  ListVideo,
  Map,
  Megaphone,
  Table2,
  TextInitial,
  Timer,
  type LucideIcon,
} from 'lucide-react';
import type { PanelKind } from '../../domain/wall/model.ts';

/** The sign of each kind of tile in a schematic. */
export const panelIcons: Record<PanelKind, LucideIcon> = {
  indicator: Gauge,
  'indicator-chart': ChartSpline,
  'indicator-table': Table2,
  'incident-list': LayoutList,
  map: Map,
  camera: Cctv,
  'camera-list': ListVideo,
  clock: Clock,
  web: Globe,
  picture: Image,
  pdf: FileText,
  video: Film,
  text: TextInitial,
  banner: Megaphone,
  countdown: Timer,
};
