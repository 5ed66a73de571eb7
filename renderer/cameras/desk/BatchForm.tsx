import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '../../../domain/contract/calls.ts';
import { useWorld } from '../../replica/store.ts';
import { useName, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { LoginFields, noLogin } from './LoginFields.tsx';
import { useCount } from './useCount.ts';

/** What is said of all the chosen cameras at once: how one gets in, and where they go. */
export function BatchForm(props: {
  readonly urls: readonly string[];
  readonly blocked: boolean;
  readonly onAnswer: (refusal: Refusal | null) => void;
}) {
  const { urls, blocked, onAnswer } = props;
  const { registry } = useText();
  const { found: text, columnNames } = registry;
  const nameOf = useName();
  const count = useCount();
  const units = useWorld((world) => world.province?.units) ?? [];
  const [login, setLogin] = useState(noLogin);
  const [group, setGroup] = useState('');
  const [unit, setUnit] = useState(units[0]?.code ?? '');
  async function read(): Promise<void> {
    const answer = await window.ioc.call('cameras.takeFound', { urls, ...login, unit, group });
    onAnswer(answer.ok ? null : answer.reason);
    if (answer.ok) setLogin((now) => ({ ...now, password: '' }));
  }
  return (
    <form
      className="registry-part"
      autoComplete="off"
      aria-label={text.batch}
      onSubmit={(event) => {
        event.preventDefault();
        if (!blocked && urls.length > 0) void read();
      }}
    >
      <div className="registry-fields">
        <LoginFields login={login} onLogin={setLogin} />
        <div className="field">
          <label>
            {columnNames.unit}
            <select value={unit} onChange={({ target }) => setUnit(target.value)}>
              {units.map(({ code, name }) => (
                <option key={code} value={code}>
                  {nameOf(name)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <Field
          label={text.group}
          value={group}
          maxLength={80}
          onChange={({ target }) => setGroup(target.value)}
        />
      </div>
      <p className="quiet">{text.batchHelp}</p>
      <div className="registry-buttons">
        <Button type="submit" look="primary" icon={ListChecks} disabled={blocked || urls.length === 0}>
          {text.read(count(urls.length))}
        </Button>
      </div>
    </form>
  );
}
