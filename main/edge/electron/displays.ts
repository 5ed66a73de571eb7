import { screen, type Rectangle } from 'electron';
import type { SiteFile } from '../../../domain/contract/siteFile.ts';
import type { Room } from '../../../domain/wall/roomModel.ts';
import { createConnectorReader, type Found } from '../heads/connectors.ts';
import { identified } from '../heads/identify.ts';
import { planRoom, type RoomPlan } from '../heads/plan.ts';

/** A head's place on the desktop, CSS px; `work` leaves out the desktop's own bars. */
export type HeadPlace = { readonly bounds: Rectangle; readonly work: Rectangle };

export type PlacedRoom = RoomPlan & {
  readonly placeOf: (headId: string) => HeadPlace | undefined;
  /** False: who the screens are was not answered in time. */
  readonly sure: boolean;
};

type Needs = {
  readonly site: SiteFile;
  readonly windowed: boolean;
  /** What was known of the room at the last start. */
  readonly known: Room | null;
  /** Who the screens say they are. */
  readonly readConnectors?: () => Promise<Found>;
};

/** Plans the room again and again as screens come and go and people change it. */
export function createRoomPlanner({
  site,
  windowed,
  known: first,
  readConnectors: read = createConnectorReader(),
}: Needs) {
  let known = first;
  let seen = false;

  return {
    /** From now on the room is as people made it. */
    adopt: (room: Room): void => void (known = room),
    async plan(): Promise<PlacedRoom> {
      const { connectors, sure } = await read();
      const screens = screen.getAllDisplays();
      const heads = identified(screens, screen.getPrimaryDisplay().id, connectors);
      const plan = planRoom({ site, windowed, known, heads, seen });
      seen ||= plan.wallWindows.some(({ headId }) => headId !== null);
      if (plan.lasting && sure) known = plan.room;
      const places = new Map(
        heads.map(({ id }, index) => {
          const { bounds, workArea } = screens[index] ?? screen.getPrimaryDisplay();
          return [id, { bounds, work: workArea }];
        }),
      );
      return { ...plan, sure, placeOf: (headId) => places.get(headId) };
    },
  };
}

/** Screens come and go in bursts: they are looked at once they have settled, ms. */
const SETTLE_MS = 100;

/** Calls `changed` when screens came, went or moved, once things have settled. */
export function onScreensChanged(changed: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLE_MS);
  };
  screen.on('display-added', settle);
  screen.on('display-removed', settle);
  screen.on('display-metrics-changed', settle);
}
