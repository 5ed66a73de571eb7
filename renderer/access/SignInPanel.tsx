import { useState } from 'react';
import type { Person } from '../../domain/access/model.ts';
import { may } from '../../domain/access/rights.ts';
import { NewPerson } from './NewPerson.tsx';
import { NewPin } from './NewPin.tsx';
import { PeopleDesk } from './PeopleDesk.tsx';
import { useSession } from './session.ts';
import { SignIn } from './SignIn.tsx';
import './access.css';

type View =
  | { readonly show: 'sign-in' | 'people' | 'add' }
  | { readonly show: 'pin'; readonly person: Person; readonly from: 'sign-in' | 'people' };

/** Beside the wall, never over it: sign in, hand over, the people of this console, or the first person of a new machine. */
export function SignInPanel(props: {
  /** Rises each time someone is led here: the PIN gets the focus. */
  readonly asked: number;
  readonly onEntered: () => void;
  readonly onCancel: () => void;
}) {
  const { known, people, person } = useSession();
  const [view, setView] = useState<View>({ show: 'sign-in' });
  const open = (show: 'sign-in' | 'people' | 'add') => (): void => setView({ show });
  if (!known) return null;
  if (people.length === 0) return <NewPerson first onDone={props.onEntered} />;
  if (person !== null && view.show === 'pin')
    return <NewPin person={view.person} own={view.person.id === person.id} onClose={open(view.from)} />;
  if (person !== null && may(person.role, 'people.keep') && view.show === 'add')
    return <NewPerson first={false} onDone={open('people')} onCancel={open('people')} />;
  if (person !== null && may(person.role, 'people.keep') && view.show === 'people')
    return (
      <PeopleDesk
        keeper={person}
        onAdd={open('add')}
        onPin={(one) => setView({ show: 'pin', person: one, from: 'people' })}
        onClose={open('sign-in')}
      />
    );
  return (
    <SignIn
      asked={props.asked}
      onEntered={props.onEntered}
      onCancel={props.onCancel}
      onPeople={open('people')}
      onPin={(one) => setView({ show: 'pin', person: one, from: 'sign-in' })}
    />
  );
}
