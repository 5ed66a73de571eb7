import { create } from 'zustand';

/** The desk that every console begins with. */
export const INCIDENTS = 'incidents';
/** The desk at which a screen is given its place. */
export const ROOM = 'room';

/** Which desk of this console is open. */
export const useOpenDesk = create<{ readonly open: string }>()(() => ({ open: INCIDENTS }));

export function openDesk(id: string): void {
  useOpenDesk.setState({ open: id });
}
