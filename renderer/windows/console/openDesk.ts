import { create } from 'zustand';

/** The desk that every console begins with. */
export const INCIDENTS = 'incidents';

/** Which desk of this console is open. */
export const useOpenDesk = create<{ readonly open: string }>()(() => ({ open: INCIDENTS }));

export function openDesk(id: string): void {
  useOpenDesk.setState({ open: id });
}
