import { isStanding, type Notice, type StandingFault } from '../../domain/contract/port.ts';
import type { Clock } from './ports.ts';

/** Of what happened and is over, the newest this many are kept. */
const MOST = 20;

/** Why a fault that nobody can mend from here stands: until this core ends. */
const FOR_GOOD = 'for-good';

/** What the operator must know about this machine itself. */
export function createNotices(clock: Clock, changed: (notices: readonly Notice[]) => void) {
  let happened: readonly Notice[] = [];
  const standing = new Map<StandingFault, Notice>();
  /** A fault ends when the last of its causes has ended. */
  const causes = new Map<StandingFault, Set<string>>();
  let count = 0;

  const all = (): readonly Notice[] => [...standing.values(), ...happened];

  function made(kind: Notice['kind'], detail: string | undefined): Notice {
    count += 1;
    return { id: `${kind}-${count}`, kind, at: clock.now(), ...(detail !== undefined && { detail }) };
  }

  function begin(fault: StandingFault, cause: string, detail?: string): void {
    causes.set(fault, (causes.get(fault) ?? new Set()).add(cause));
    if (standing.has(fault)) return;
    standing.set(fault, made(fault, detail));
    changed(all());
  }

  function end(fault: StandingFault, cause: string): void {
    causes.get(fault)?.delete(cause);
    if (causes.get(fault)?.size === 0 && standing.delete(fault)) changed(all());
  }

  return {
    all,
    /** It happened; a standing fault that is told so stands as long as this core. */
    add(kind: Notice['kind'], detail?: string): void {
      if (isStanding(kind)) return begin(kind, FOR_GOOD, detail);
      happened = [...happened, made(kind, detail)].slice(-MOST);
      changed(all());
    },
    /** One cause of a standing fault holds, or holds no longer. Said again, it changes nothing. */
    holds(fault: StandingFault, cause: string, holding: boolean): void {
      if (holding) begin(fault, cause);
      else end(fault, cause);
    },
  };
}
export type Notices = ReturnType<typeof createNotices>;
