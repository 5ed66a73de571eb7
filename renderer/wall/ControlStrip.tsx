import { Hand, HandHelping, KeyRound, LogOut, Unplug, type LucideIcon } from 'lucide-react';
import type { Control, ControlHolder } from '../../domain/wall/control.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { useNow } from '../replica/clock.ts';
import { useReplica } from '../replica/store.ts';
import { formatMoment } from '../text/format.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import {
  asksHere,
  controlKeys,
  controlSight,
  shortDevice,
  type ControlKey,
  type ControlSight,
} from './controlSight.ts';
import { pressControl, useControlRefusal } from './controlStore.ts';
import './controlStrip.css';

/** How this console stands with the wall now. */
export function useControlSight(wall: Wall | undefined): ControlSight {
  const link = useReplica((state) => state.link);
  const window = useReplica((state) => state.window);
  return controlSight(wall?.control, { link, window });
}

/** Who stands at a console. The core bears the name `system` while nobody is signed in there. */
function personAt({ person }: ControlHolder, unmanned: string): string {
  return person === 'system' ? unmanned : person;
}

function useSentence(sight: ControlSight, control: Control | undefined): string {
  const text = useText().control;
  const now = useNow();
  const since = useReplica((state) => state.link.since);
  if (sight === 'backend-away') return text.backendAway(formatMoment(since, now));
  if (sight === 'wall-away') return text.wallAway;
  const holder = control?.holder;
  if (!control || !holder) return text.nobody;
  const moment = formatMoment(control.since, now);
  if (sight === 'mine') return text.mine(moment);
  return text.other(personAt(holder, text.unmanned), shortDevice(holder.device), moment);
}

const icons: Readonly<Record<ControlKey, LucideIcon>> = {
  give: HandHelping,
  leave: LogOut,
  take: KeyRound,
  ask: Hand,
};

function Keys({ wall, sight, disabled }: { wall: Wall; sight: ControlSight; disabled: boolean }) {
  const { control: text, refusals } = useText();
  const refusal = useControlRefusal((state) => state.refusal);
  return (
    <>
      {controlKeys(sight, wall.control).map((key) => (
        <Button
          key={key}
          look={key === 'give' || key === 'take' ? 'primary' : 'plain'}
          icon={icons[key]}
          disabled={disabled}
          onClick={() => void pressControl(key, wall)}
        >
          {text[key]}
        </Button>
      ))}
      <span role="status">{refusal && refusals[refusal]}</span>
    </>
  );
}

/** Who commands the wall, said as soon as it is anybody's question; nothing at all in a room with one console. `mayTake`: somebody with the right is signed in. */
export function ControlStrip(props: { readonly wall: Wall | undefined; readonly mayTake: boolean }) {
  const { wall, mayTake } = props;
  const text = useText().control;
  const now = useNow();
  const link = useReplica((state) => state.link);
  const window = useReplica((state) => state.window);
  const sight = useControlSight(wall);
  const sentence = useSentence(sight, wall?.control);
  if (sight === 'alone') return null;
  const away = sight === 'backend-away' || sight === 'wall-away';
  const { asks, lostAt } = wall?.control ?? {};
  return (
    <section className={`control-strip ${sight}`} aria-label={text.label} aria-live="polite">
      <Icon of={away ? Unplug : KeyRound} size="large" />
      <p>
        {sentence}
        {lostAt && sight === 'other' ? <em> {text.lost(formatMoment(lostAt, now))}</em> : null}
        {asks && sight === 'mine' ? (
          <em> {text.asks(personAt(asks, text.unmanned), shortDevice(asks.device))}</em>
        ) : null}
        {wall && sight === 'other' && asksHere(wall.control, { link, window }) ? (
          <em> {text.asked}</em>
        ) : null}
      </p>
      {!away && wall && <Keys wall={wall} sight={sight} disabled={!mayTake} />}
    </section>
  );
}
