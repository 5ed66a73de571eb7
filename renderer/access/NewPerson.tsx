import { useState, type FormEvent } from 'react';
import type { PersonRole } from '../../domain/access/model.ts';
import { rolesToGive } from '../../domain/access/rules.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { PinTwice } from './PinTwice.tsx';
import { addPerson, createFirst, useSession, type Held } from './session.ts';

function Roles(props: { readonly role: PersonRole; readonly onChoose: (role: PersonRole) => void }) {
  const text = useText().access;
  const { people, person } = useSession();
  const roles = rolesToGive(people, person);
  return (
    <div role="radiogroup" aria-label={text.role} className="people">
      {roles.map((one) => (
        <label key={one} className="person">
          <input type="radio" name="role" checked={props.role === one} onChange={() => props.onChoose(one)} />
          <span>{text.roles[one]}</span>
        </label>
      ))}
    </div>
  );
}

/**
 * A name, a role and a PIN. The first person of a new machine signs in with it at once, and adds the others; later ones are
 * added by whoever keeps the list and is on duty, with no role above their own, and who stays on duty.
 */
export function NewPerson(props: {
  readonly first: boolean;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}) {
  const { access: text, refusals } = useText();
  const { first } = props;
  const [name, setName] = useState('');
  const [role, setRole] = useState<PersonRole>(first ? 'administrator' : 'operator');
  const [pin, setPin] = useState<string | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const ready = name.trim() !== '' && pin !== null;

  async function create(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!ready) return;
    const answer = await (first ? createFirst : addPerson)(name.trim(), role, pin);
    setHeld(answer);
    if (answer === null) props.onDone();
  }

  return (
    <form
      className="sign-in"
      aria-label={first ? text.first : text.add}
      onSubmit={(event) => void create(event)}
    >
      <h2>{first ? text.first : text.add}</h2>
      <p className="quiet">{first ? text.firstHelp : text.addHelp}</p>
      <Field
        label={text.name}
        value={name}
        maxLength={120}
        autoFocus
        onChange={(event) => setName(event.target.value)}
      />
      <Roles role={role} onChoose={setRole} />
      <PinTwice label={text.pin} onChange={setPin} />
      {held && (
        <p className="sign-in-word" role="alert">
          {refusals[held.reason]}
        </p>
      )}
      <div className="sign-in-commands">
        <Button look="primary" type="submit" disabled={!ready}>
          {first ? text.create : text.add}
        </Button>
        {props.onCancel && <Button onClick={props.onCancel}>{text.cancel}</Button>}
      </div>
    </form>
  );
}
