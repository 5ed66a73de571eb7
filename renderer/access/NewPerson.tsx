import { useState, type FormEvent } from 'react';
import type { PersonRole } from '../../domain/access/model.ts';
import { rightsOf } from '../../domain/access/rights.ts';
import { isPin, MIN_PIN_DIGITS } from '../../domain/access/rules.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { PinInput } from './PinInput.tsx';
import { addPerson, createFirst, type Held } from './session.ts';

function isRole(name: string): name is PersonRole {
  return Object.hasOwn(rightsOf, name);
}
const roles: readonly PersonRole[] = Object.keys(rightsOf).filter(isRole);

function Roles(props: { readonly role: PersonRole; readonly onChoose: (role: PersonRole) => void }) {
  const text = useText().access;
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
 * A name, a role and a PIN. The first person of a new machine signs in with it at once, and can add the others when a
 * technician; later ones are added by a technician on duty, who stays on duty.
 */
export function NewPerson(props: {
  readonly first: boolean;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}) {
  const { access: text, refusals } = useText();
  const { first } = props;
  const [name, setName] = useState('');
  const [role, setRole] = useState<PersonRole>(first ? 'technician' : 'operator');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [held, setHeld] = useState<Held | null>(null);
  const differ = again !== '' && again !== pin;
  const ready = name.trim() !== '' && isPin(pin) && again === pin;

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
        onChange={(event) => setName(event.target.value)}
      />
      <Roles role={role} onChoose={setRole} />
      <PinInput label={text.pin} pin={pin} onChange={setPin} pad={false} />
      <p className="quiet">{text.pinHelp(MIN_PIN_DIGITS)}</p>
      <PinInput label={text.again} pin={again} onChange={setAgain} pad={false} />
      {differ && <p className="sign-in-word">{text.pinsDiffer}</p>}
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
