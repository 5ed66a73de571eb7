import { Hand, HandHelping, KeyRound, LogOut, Unplug } from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '../../domain/contract/calls.ts';
import type { Control } from '../../domain/wall/control.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { useNow } from '../replica/clock.ts';
import { useReplica } from '../replica/store.ts';
import { formatMoment } from '../text/format.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { asksHere, controlSight, shortDevice, type ControlSight } from './controlSight.ts';
import './controlStrip.css';

/** How this console stands with the wall now. */
export function useControlSight(wall: Wall | undefined): ControlSight {
  const link = useReplica((state) => state.link);
  const window = useReplica((state) => state.window);
  return controlSight(wall?.control, { link, window });
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
  return sight === 'mine' ? text.mine(moment) : text.other(holder.person, shortDevice(holder.device), moment);
}

/** One command about control at a time; a refusal stands until the next one. */
function useControlCalls(wallId: string) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const settle = (answer: { readonly ok: true } | { readonly ok: false; readonly reason: Refusal }) =>
    setRefusal(answer.ok ? null : answer.reason);
  return {
    refusal,
    take: async (epoch: number) => settle(await window.ioc.call('wall.takeControl', { wallId, epoch })),
    ask: async () => settle(await window.ioc.call('wall.askControl', { wallId })),
    give: async (to: 'asking' | 'nobody') =>
      settle(await window.ioc.call('wall.giveControl', { wallId, to })),
  };
}

type KeysOf = {
  readonly control: Control;
  readonly sight: ControlSight;
  readonly wallId: string;
  readonly disabled: boolean;
};

function Keys({ control, sight, wallId, disabled }: KeysOf) {
  const { control: text, refusals } = useText();
  const calls = useControlCalls(wallId);
  return (
    <>
      {sight === 'mine' && control.asks && (
        <Button
          look="primary"
          icon={HandHelping}
          disabled={disabled}
          onClick={() => void calls.give('asking')}
        >
          {text.give}
        </Button>
      )}
      {sight === 'mine' && (
        <Button icon={LogOut} disabled={disabled} onClick={() => void calls.give('nobody')}>
          {text.leave}
        </Button>
      )}
      {(sight === 'other' || sight === 'nobody') && (
        <Button
          look="primary"
          icon={KeyRound}
          disabled={disabled}
          onClick={() => void calls.take(control.epoch)}
        >
          {text.take}
        </Button>
      )}
      {sight === 'other' && (
        <Button icon={Hand} disabled={disabled} onClick={() => void calls.ask()}>
          {text.ask}
        </Button>
      )}
      <span role="status">{calls.refusal && refusals[calls.refusal]}</span>
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
        {asks && sight === 'mine' ? <em> {text.asks(asks.person, shortDevice(asks.device))}</em> : null}
        {wall && sight === 'other' && asksHere(wall.control, { link, window }) ? (
          <em> {text.asked}</em>
        ) : null}
      </p>
      {!away && wall && <Keys control={wall.control} sight={sight} wallId={wall.id} disabled={!mayTake} />}
    </section>
  );
}
