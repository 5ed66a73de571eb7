import { useState } from 'react';
import { isPin, MIN_PIN_DIGITS } from '../../domain/access/rules.ts';
import { useText } from '../text/language.ts';
import { PinInput } from './PinInput.tsx';

/** A PIN that is made: entered twice. Tells it once it is sound and both are the same, and null until then. */
export function PinTwice(props: {
  readonly label: string;
  readonly autoFocus?: boolean;
  readonly onChange: (pin: string | null) => void;
}) {
  const text = useText().access;
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const tell = (one: string, other: string): void => props.onChange(isPin(one) && one === other ? one : null);
  return (
    <>
      <PinInput
        label={props.label}
        pin={pin}
        onChange={(value) => {
          setPin(value);
          tell(value, again);
        }}
        pad={false}
        autoFocus={props.autoFocus === true}
      />
      <p className="quiet">{text.pinHelp(MIN_PIN_DIGITS)}</p>
      <PinInput
        label={text.again}
        pin={again}
        onChange={(value) => {
          setAgain(value);
          tell(pin, value);
        }}
        pad={false}
      />
      {again !== '' && again !== pin && <p className="sign-in-word">{text.pinsDiffer}</p>}
    </>
  );
}
