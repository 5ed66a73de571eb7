import { KeyRound, UserMinus, UserPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Person } from '../../domain/access/model.ts';
import { may } from '../../domain/access/rights.ts';
import { mayKeepRole } from '../../domain/access/rules.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { SureButton } from '../ui/SureButton.tsx';
import { HeldBack } from './HeldBack.tsx';
import { removePerson, useSession, type Held } from './session.ts';

function Row(props: {
  readonly one: Person;
  readonly keeper: Person;
  readonly onPin: () => void;
  readonly onRemove: () => void;
}) {
  const { one, keeper, onPin, onRemove } = props;
  const text = useText().access;
  const { people, demonstration } = useSession();
  const isOfSite = demonstration.some(({ personId }) => personId === one.id);
  const mayRenew = one.id === keeper.id || may(keeper.role, 'people.renewPin');
  return (
    <li className="people-row">
      <strong>{one.name}</strong>
      <span className="quiet">
        {text.roles[one.role]}
        {isOfSite && ` · ${text.demonstrationWord}`}
      </span>
      {!isOfSite && (
        <div className="sign-in-commands">
          {mayRenew && (
            <Button look="quiet" icon={KeyRound} aria-label={text.changePinOf(one.name)} onClick={onPin}>
              {text.changePin}
            </Button>
          )}
          {mayKeepRole(people, one.role, keeper) && (
            <SureButton
              look="quiet"
              icon={UserMinus}
              label={text.removeOf(one.name)}
              sure={text.removeSure}
              onSure={onRemove}
            >
              {text.remove}
            </SureButton>
          )}
        </div>
      )}
    </li>
  );
}

/** The people of this console, for whoever keeps its list: who comes, who goes, whose PIN is forgotten. */
export function PeopleDesk(props: {
  readonly keeper: Person;
  readonly onAdd: () => void;
  readonly onPin: (person: Person) => void;
  readonly onClose: () => void;
}) {
  const { keeper, onAdd, onPin, onClose } = props;
  const text = useText().access;
  const people = useSession((session) => session.people);
  const [held, setHeld] = useState<Held | null>(null);
  const [said, say] = useState('');
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => title.current?.focus(), []);

  async function remove({ id, name }: Person): Promise<void> {
    const answer = await removePerson(id);
    setHeld(answer);
    say(answer === null ? text.removed(name) : '');
    // The button that was pressed is gone with its line.
    title.current?.focus();
  }

  return (
    <section className="sign-in" aria-label={text.list}>
      <h2 ref={title} tabIndex={-1}>
        {text.list}
      </h2>
      <p className="quiet" role="status">
        {said || text.listHelp}
      </p>
      {held && <HeldBack held={held} />}
      <ul className="people-list">
        {people.map((one) => (
          <Row
            key={one.id}
            one={one}
            keeper={keeper}
            onPin={() => onPin(one)}
            onRemove={() => void remove(one)}
          />
        ))}
      </ul>
      <div className="sign-in-commands">
        <Button icon={UserPlus} onClick={onAdd}>
          {text.add}
        </Button>
        <Button onClick={onClose}>{text.back}</Button>
      </div>
    </section>
  );
}
