import { edidIdentity, readEdid } from '../../../domain/wall/edid.ts';
import type { Head } from '../../../domain/wall/roomModel.ts';
import type { XOutput } from './xrandr.ts';

/** A screen as the window system tells it. */
export type Screen = {
  readonly id: number;
  readonly label: string;
  /** CSS px. */
  readonly bounds: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** Its corner on the desktop, device px, where the window system has such. */
  readonly nativeOrigin: { readonly x: number; readonly y: number };
  readonly scaleFactor: number;
  readonly rotation: number;
};

/** A connector and what the screen on it says of itself; px of the desktop where the window system tells them. */
export type Connector = Pick<XOutput, 'connector' | 'edid'> & Partial<Pick<XOutput, 'xPx' | 'yPx'>>;

function turnOf(rotation: number): Head['rotation'] {
  return rotation === 90 || rotation === 180 || rotation === 270 ? rotation : 0;
}

/** A connector is a screen's by its corner on the desktop; without corners by a model name that only one of them bears. */
function connectorOf(screen: Screen, connectors: readonly Connector[]): Connector | undefined {
  const { x, y } = screen.nativeOrigin;
  const placed = connectors.find(({ xPx, yPx }) => xPx === x && yPx === y);
  if (placed || screen.label === '') return placed;
  const alike = connectors.filter(
    ({ xPx, edid }) => xPx === undefined && readEdid(edid)?.model === screen.label,
  );
  return alike.length === 1 ? alike[0] : undefined;
}

type Named = Pick<Head, 'id' | 'connector' | 'identity' | 'known' | 'name'>;

function namedBySystem({ id, label }: Screen): Named {
  const connector = label === '' ? String(id) : `${label} (${id})`;
  return { id: String(id), connector, identity: `system:${connector}`, known: 'system', name: label };
}

function named(screen: Screen, found: Connector | undefined): Named {
  if (found === undefined) return namedBySystem(screen);
  const { connector } = found;
  const edid = readEdid(found.edid);
  if (edid === null) {
    return {
      id: connector,
      connector,
      identity: `connector:${connector}`,
      known: 'connector',
      name: screen.label,
    };
  }
  const name = `${edid.maker} ${edid.model === '' ? edid.product.toString(16).toUpperCase() : edid.model}`;
  return { id: connector, connector, identity: edidIdentity(edid), known: 'edid', name };
}

/** Joins what the window system and the connectors say: one head for each screen. */
export function identified(
  screens: readonly Screen[],
  primaryId: number,
  connectors: readonly Connector[],
): readonly Head[] {
  // Screens that show the same part of the desktop have one corner: each connector is one screen's.
  const free = new Set(connectors);
  return screens.map((screen) => {
    const { x, y, width, height } = screen.bounds;
    const found = connectorOf(screen, [...free]);
    if (found) free.delete(found);
    return {
      ...named(screen, found),
      bounds: { xPx: x, yPx: y, widthPx: width, heightPx: height },
      scale: screen.scaleFactor,
      rotation: turnOf(screen.rotation),
      primary: screen.id === primaryId,
    };
  });
}
