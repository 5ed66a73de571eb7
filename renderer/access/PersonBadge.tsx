import { LogIn, LogOut, UsersRound } from 'lucide-react';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { leave, useSession } from './session.ts';

/** Who is on duty at this console, and the ways to come, hand over and go. */
export function PersonBadge({ onSignIn }: { readonly onSignIn: () => void }) {
  const text = useText().access;
  const person = useSession((session) => session.person);
  if (person === null) {
    return (
      <div className="person-badge">
        <span className="quiet">{text.nobody}</span>
        <Button look="primary" icon={LogIn} onClick={onSignIn}>
          {text.signIn}
        </Button>
      </div>
    );
  }
  return (
    <div className="person-badge" role="group" aria-label={text.onDuty}>
      <span>
        <strong>{person.name}</strong> <span className="quiet">· {text.roles[person.role]}</span>
      </span>
      <Button icon={UsersRound} onClick={onSignIn}>
        {text.handOver}
      </Button>
      <Button look="quiet" icon={LogOut} onClick={() => void leave()}>
        {text.leave}
      </Button>
    </div>
  );
}
