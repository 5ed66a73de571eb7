import { useState, type FormEvent } from 'react';
import type { Person } from '../../domain/access/model.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { HeldBack } from './HeldBack.tsx';
import { PinInput } from './PinInput.tsx';
import { PinTwice } from './PinTwice.tsx';
import { changePin, type Held } from './session.ts';

/** A new PIN for oneself, for which the one before is asked; or, by an administrator, for somebody else. */
export function NewPin(props: {
  readonly person: Person;
  readonly own: boolean;
  readonly onClose: () => void;
}) {
  const { person, own, onClose } = props;
  const text = useText().access;
  const [current, setCurrent] = useState('');
  const [pin, setPin] = useState<string | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const [done, setDone] = useState(false);
  const ready = pin !== null && (!own || current !== '');

  async function change(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!ready) return;
    const answer = await changePin(person.id, pin, own ? current : undefined);
    setHeld(answer);
    setCurrent('');
    setDone(answer === null);
  }

  const title = own ? text.changeOwnPin : text.changePinOf(person.name);
  if (done)
    return (
      <section className="sign-in" aria-label={title}>
        <p role="status">{text.pinChanged(person.name)}</p>
        <div className="sign-in-commands">
          <Button look="primary" autoFocus onClick={onClose}>
            {text.back}
          </Button>
        </div>
      </section>
    );
  return (
    <form className="sign-in" aria-label={title} onSubmit={(event) => void change(event)}>
      <h2>{title}</h2>
      {own && <PinInput label={text.currentPin} pin={current} onChange={setCurrent} pad={false} autoFocus />}
      <PinTwice label={text.newPin} autoFocus={!own} onChange={setPin} />
      {held && <HeldBack held={held} />}
      <div className="sign-in-commands">
        <Button look="primary" type="submit" disabled={!ready}>
          {text.changePin}
        </Button>
        <Button onClick={onClose}>{text.cancel}</Button>
      </div>
    </form>
  );
}
