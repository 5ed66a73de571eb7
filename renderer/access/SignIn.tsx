import { KeyRound, UsersRound } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Person } from '../../domain/access/model.ts';
import { may } from '../../domain/access/rights.ts';
import { useNow } from '../replica/clock.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { HeldBack } from './HeldBack.tsx';
import { PinInput } from './PinInput.tsx';
import { enter, useSession, type Held } from './session.ts';

function People(props: {
  readonly people: readonly Person[];
  readonly chosenId: string | undefined;
  readonly onChoose: (personId: string) => void;
}) {
  const text = useText().access;
  return (
    <div role="radiogroup" aria-label={text.people} className="people">
      {props.people.map((person) => (
        <label key={person.id} className="person">
          <input
            type="radio"
            name="person"
            value={person.id}
            checked={person.id === props.chosenId}
            onChange={() => props.onChoose(person.id)}
          />
          <span>{person.name}</span> <span className="quiet">{text.roles[person.role]}</span>
        </label>
      ))}
    </div>
  );
}

function Demonstration() {
  const text = useText().access;
  const demonstration = useSession((session) => session.demonstration);
  if (demonstration.length === 0) return null;
  return (
    <div className="demonstration">
      <strong>{text.demonstrationWord}:</strong>
      <ul>
        {demonstration.map(({ personId, name, pin }) => (
          <li key={personId}>{text.demonstration(name, pin)}</li>
        ))}
      </ul>
    </div>
  );
}

/** Who is chosen: the one clicked, else the demonstration's person, else the first; never who is on duty already. */
function useChoice() {
  const { people, person, demonstration } = useSession();
  const [clicked, choose] = useState<string>();
  const others = people.filter(({ id }) => id !== person?.id);
  const wanted = [clicked, demonstration[0]?.personId].find((id) => others.some((other) => other.id === id));
  return { others, chosenId: wanted ?? others[0]?.id, choose };
}

/** One try after the other; a wrong PIN is wiped, and the next try waits as long as the core says. */
function useTry(onEntered: () => void) {
  const [pin, setPin] = useState('');
  const [checking, setChecking] = useState(false);
  const [held, setHeld] = useState<Held | null>(null);
  const now = useNow();
  const mustWait = held !== null && held.mayTryAt !== null && held.mayTryAt > now;
  const ready = pin !== '' && !checking && !mustWait;

  async function tryPin(personId: string): Promise<void> {
    setChecking(true);
    const answer = await enter(personId, pin);
    setChecking(false);
    setPin('');
    setHeld(answer);
    if (answer === null) onEntered();
  }
  return { pin, setPin, checking, held, ready, tryPin };
}

/** Name and PIN. Another person's right PIN hands the console over; until then who is on duty stays. */
export function SignIn(props: {
  readonly asked: number;
  readonly onEntered: () => void;
  readonly onCancel: () => void;
  readonly onPeople: () => void;
  readonly onPin: (person: Person) => void;
}) {
  const text = useText().access;
  const { person, demonstration } = useSession();
  const hasOwnPin = person !== null && !demonstration.some(({ personId }) => personId === person.id);
  const { others, chosenId, choose } = useChoice();
  const { pin, setPin, checking, held, ready, tryPin } = useTry(props.onEntered);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), [props.asked, held]);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && chosenId !== undefined) void tryPin(chosenId);
  };
  const title = person ? text.handOver : text.signIn;
  return (
    <form className="sign-in" aria-label={title} onSubmit={onSubmit}>
      <h2>{title}</h2>
      <p className="quiet">{person ? text.handOverHelp(person.name) : text.openEyes}</p>
      {others.length === 0 && <p className="quiet">{text.noOthers}</p>}
      <People people={others} chosenId={chosenId} onChoose={choose} />
      <PinInput label={text.pin} pin={pin} onChange={setPin} input={input} pad />
      <Demonstration />
      {held && <HeldBack held={held} />}
      <div className="sign-in-commands">
        <Button look="primary" type="submit" disabled={!ready}>
          {checking ? text.entering : text.enter}
        </Button>
        <Button onClick={props.onCancel}>{text.cancel}</Button>
        {hasOwnPin && (
          <Button look="quiet" icon={KeyRound} onClick={() => props.onPin(person)}>
            {text.changeOwnPin}
          </Button>
        )}
        {person && may(person.role, 'people.keep') && (
          <Button look="quiet" icon={UsersRound} onClick={props.onPeople}>
            {text.list}
          </Button>
        )}
      </div>
    </form>
  );
}
