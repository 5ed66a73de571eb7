import { useCallback, useMemo } from 'react';
import { useWorld } from '../replica/store.ts';
import {
  conflicts,
  filterRows,
  neighbour,
  nextUnseen,
  openRows,
  type DeskConflict,
  type DeskRow,
} from './desk.ts';
import { acknowledgeIncident, chooseIncident, useDeskState } from './deskStore.ts';

/** The incident desk: what it lists, what is chosen, and what its keys do. */
export type Desk = {
  readonly all: readonly DeskRow[];
  readonly rows: readonly DeskRow[];
  readonly conflicts: readonly DeskConflict[];
  readonly chosenId: string | null;
  /** Why nothing can be acknowledged now, as a sentence; null when it can. */
  readonly blocked: string | null;
  readonly move: (step: 1 | -1) => void;
  readonly acknowledge: (incidentId: string) => Promise<void>;
  readonly acknowledgeChosen: () => void;
};

/** `onBlocked` is called when someone acknowledges although the desk is blocked: it leads the hand to the remedy. */
export function useDesk(blocked: string | null, onBlocked: () => void): Desk {
  const incidents = useWorld((world) => world.incidents);
  const { query, hidden, chosenId } = useDeskState();
  const all = useMemo(() => openRows(incidents), [incidents]);
  const rows = useMemo(() => filterRows(all, { query, hidden }), [all, query, hidden]);
  const open = useMemo(() => conflicts(incidents), [incidents]);

  const acknowledge = useCallback(
    async (incidentId: string): Promise<void> => {
      if (blocked !== null) return onBlocked();
      const next = nextUnseen(rows, incidentId);
      const done = await acknowledgeIncident(incidentId);
      const stillThere = useDeskState.getState().chosenId === incidentId;
      if (done && stillThere && next !== null) chooseIncident(next);
    },
    [blocked, onBlocked, rows],
  );

  return {
    all,
    rows,
    conflicts: open,
    chosenId,
    blocked,
    move: (step) => chooseIncident(neighbour(rows, chosenId, step)),
    acknowledge,
    acknowledgeChosen: () => {
      const row = rows.find(({ incident }) => incident.id === chosenId);
      if (row?.unseen === true) void acknowledge(row.incident.id);
    },
  };
}
