import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { keepPassword } from './editStore.ts';
import { LoginFields, noLogin } from './LoginFields.tsx';

/** Name and password on their way to the vault: typed here, sent once, and gone from here. */
export function PasswordForm({ hasPassword }: { readonly hasPassword: boolean }) {
  const text = useText().registry.edit;
  const [login, setLogin] = useState(noLogin);
  async function keep(): Promise<void> {
    if (await keepPassword(login)) setLogin(noLogin);
  }
  return (
    <form
      className="registry-part"
      autoComplete="off"
      aria-label={text.password}
      onSubmit={(event) => {
        event.preventDefault();
        if (login.user !== '') void keep();
      }}
    >
      <h4>{text.password}</h4>
      <p className="quiet">{hasPassword ? text.hasPassword : text.noPassword}</p>
      <div className="registry-fields">
        <LoginFields login={login} onLogin={setLogin} />
      </div>
      <div className="registry-buttons">
        <Button type="submit" icon={KeyRound} disabled={login.user === ''}>
          {text.setPassword}
        </Button>
        {hasPassword && (
          <Button look="quiet" onClick={() => void keepPassword(null)}>
            {text.forgetPassword}
          </Button>
        )}
      </div>
    </form>
  );
}
