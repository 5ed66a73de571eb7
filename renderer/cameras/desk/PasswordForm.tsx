import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { keepPassword } from './editStore.ts';

/** Name and password on their way to the vault: typed here, sent once, and gone from here. */
export function PasswordForm({ hasPassword }: { readonly hasPassword: boolean }) {
  const text = useText().registry.edit;
  const { user: userName, password: passwordName } = useText().registry.columnNames;
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  async function keep(): Promise<void> {
    if (!(await keepPassword({ user, password }))) return;
    setUser('');
    setPassword('');
  }
  return (
    <form
      className="registry-part"
      autoComplete="off"
      aria-label={text.password}
      onSubmit={(event) => {
        event.preventDefault();
        if (user !== '') void keep();
      }}
    >
      <h4>{text.password}</h4>
      <p className="quiet">{hasPassword ? text.hasPassword : text.noPassword}</p>
      <div className="registry-fields">
        <Field
          label={userName}
          value={user}
          maxLength={200}
          pattern="[^:]*"
          autoComplete="off"
          onChange={({ target }) => setUser(target.value)}
        />
        <Field
          label={passwordName}
          type="password"
          value={password}
          maxLength={500}
          autoComplete="new-password"
          onChange={({ target }) => setPassword(target.value)}
        />
      </div>
      <div className="registry-buttons">
        <Button type="submit" icon={KeyRound} disabled={user === ''}>
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
