import { Trash2, Undo2 } from 'lucide-react';
import type { Entry, Tour } from '../../domain/schedule/model.ts';
import { useWorld } from '../replica/store.ts';
import { useName, useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';

/** The room's own plan is deleted; what the room made of one of the province goes back to that. */
export function GiveUpPlan(props: {
  readonly of: Tour | Entry;
  readonly disabled: boolean;
  readonly onGiveUp: () => void;
}) {
  const { id, name, origin } = props.of;
  const words = useText().schedule;
  const named = useName();
  const isOfProvince = useWorld((world) => world.province?.plans.includes(id) === true);
  if (origin === 'province') return null;
  const word = isOfProvince ? words.toProvince : words.delete;
  return (
    <Button
      look="quiet"
      icon={isOfProvince ? Undo2 : Trash2}
      aria-label={`${word}: ${named(name)}`}
      disabled={props.disabled}
      onClick={props.onGiveUp}
    >
      {word}
    </Button>
  );
}
