import { useText } from '../../text/language.ts';
import { Field } from '../../ui/Field.tsx';

type Login = { readonly user: string; readonly password: string };

export const noLogin: Login = { user: '', password: '' };

/** Name and password of cameras while somebody types them; no browser keeps them, and a name holds no colon. */
export function LoginFields({ login, onLogin }: { readonly login: Login; onLogin(login: Login): void }) {
  const { user: userName, password: passwordName } = useText().registry.columnNames;
  return (
    <>
      <Field
        label={userName}
        value={login.user}
        maxLength={200}
        pattern="[^:]*"
        autoComplete="off"
        onChange={({ target }) => onLogin({ ...login, user: target.value })}
      />
      <Field
        label={passwordName}
        type="password"
        value={login.password}
        maxLength={500}
        autoComplete="new-password"
        onChange={({ target }) => onLogin({ ...login, password: target.value })}
      />
    </>
  );
}
