import { useEffect, useId, useState, type KeyboardEvent } from 'react';

/** Words that count when the field is left, or Enter is pressed in a single line; Escape puts the old ones back. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly lines: number;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
}) {
  const { label, value, lines, maxLength, onChange } = props;
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);

  function finish(): void {
    if (text !== value) onChange(text);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (lines === 1 || event.ctrlKey)) finish();
    else if (event.key === 'Escape') setText(value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const common = { id, value: text, maxLength, onBlur: finish, onKeyDown };
  return (
    <div className="edit-field">
      <label htmlFor={id}>{label}</label>
      {lines === 1 ? (
        <input {...common} onChange={({ target }) => setText(target.value)} />
      ) : (
        <textarea {...common} rows={lines} onChange={({ target }) => setText(target.value)} />
      )}
    </div>
  );
}
