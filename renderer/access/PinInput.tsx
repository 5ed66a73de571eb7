import { Delete } from 'lucide-react';
import { useId, type RefObject } from 'react';
import { MAX_PIN_DIGITS } from '../../domain/access/rules.ts';
import { useText } from '../text/language.ts';
import { Icon } from '../ui/Icon.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** A PIN by keyboard or by the keys on the screen; never shown. */
export function PinInput(props: {
  readonly label: string;
  readonly pin: string;
  readonly onChange: (pin: string) => void;
  readonly pad: boolean;
  readonly autoFocus?: boolean;
  readonly input?: RefObject<HTMLInputElement | null>;
}) {
  const text = useText().access;
  const id = useId();
  const { label, pin, onChange, pad } = props;
  const keep = (value: string) => onChange(value.replace(/\D/g, '').slice(0, MAX_PIN_DIGITS));
  return (
    <div className="field pin">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={props.input}
        type="password"
        inputMode="numeric"
        autoFocus={props.autoFocus}
        autoComplete="off"
        value={pin}
        onChange={(event) => keep(event.target.value)}
      />
      {pad && (
        <div className="pin-pad">
          {digits.map((digit) => (
            <button
              key={digit}
              type="button"
              aria-label={text.digit(digit)}
              onClick={() => keep(pin + digit)}
            >
              {digit}
            </button>
          ))}
          <button
            type="button"
            className="pin-erase"
            aria-label={text.erase}
            onClick={() => keep(pin.slice(0, -1))}
          >
            <Icon of={Delete} />
          </button>
        </div>
      )}
    </div>
  );
}
