import { useEffect, useId, useState, type KeyboardEvent } from 'react';

/** A number that counts when the field is left or Enter is pressed; Escape puts the old one back. */
export function NumberField(props: {
  readonly label: string;
  readonly value: number | undefined;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}) {
  const { label, value, min, max, step = 1, onChange } = props;
  const id = useId();
  const shown = value === undefined ? '' : String(Math.round(value * 100) / 100);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);

  function finish(): void {
    const next = Number(text.replace(',', '.'));
    const within = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, next));
    if (text.trim() === '' || !Number.isFinite(next)) setText(shown);
    else if (text !== shown) onChange(within);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') finish();
    else if (event.key === 'Escape') setText(shown);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="edit-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={min}
        max={max}
        step={step}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={finish}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
