import { createContext, useContext } from 'react';

/** Whether the wall shows the tile around this, or it only warms up: few panels need to know, and none is drawn anew for it. */
export const SeenContext = createContext(true);

export function useSeen(): boolean {
  return useContext(SeenContext);
}
