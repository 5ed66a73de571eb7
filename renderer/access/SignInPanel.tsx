import { useState } from 'react';
import { NewPerson } from './NewPerson.tsx';
import { useSession } from './session.ts';
import { SignIn } from './SignIn.tsx';
import './access.css';

/** Beside the wall, never over it: sign in, hand over, or the first person of a new machine. */
export function SignInPanel(props: {
  /** Rises each time someone is led here: the PIN gets the focus. */
  readonly asked: number;
  readonly onEntered: () => void;
  readonly onCancel: () => void;
}) {
  const { known, people } = useSession();
  const [adding, setAdding] = useState(false);
  const stopAdding = () => setAdding(false);
  if (!known) return null;
  if (people.length === 0) return <NewPerson first onDone={props.onEntered} />;
  if (adding) return <NewPerson first={false} onDone={stopAdding} onCancel={stopAdding} />;
  return (
    <SignIn
      asked={props.asked}
      onEntered={props.onEntered}
      onCancel={props.onCancel}
      onAdd={() => setAdding(true)}
    />
  );
}
