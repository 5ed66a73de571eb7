import { useEffect, useId, useState, type KeyboardEvent } from 'react';

/**
 * Words that count when the field is left, or Enter is pressed in a single line; Escape puts the old ones back. Words with a
 * problem stay where they are, with the sentence that says it, and do not count.
 */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly lines: number;
  readonly maxLength: number;
  readonly problem: (text: string) => string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const { label, value, lines, maxLength, onChange } = props;
  const id = useId();
  const [text, setText] = useState(value);
  // Nobody is told of a slip while the words are still being written.
  const [finished, setFinished] = useState(false);
  useEffect(() => setText(value), [value]);
  const wrong = text === value ? undefined : props.problem(text);
  const problem = finished ? wrong : undefined;

  function finish(): void {
    setFinished(true);
    if (text !== value && wrong === undefined) onChange(text);
  }

  function write(next: string): void {
    if (problem === undefined) setFinished(false);
    setText(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (lines === 1 || event.ctrlKey)) finish();
    else if (event.key === 'Escape') setText(value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const told = {
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
  };
  const common = { id, value: text, maxLength, onBlur: finish, onKeyDown, ...told };
  return (
    <div className="edit-field">
      <label htmlFor={id}>{label}</label>
      {lines === 1 ? (
        <input {...common} onChange={({ target }) => write(target.value)} />
      ) : (
        <textarea {...common} rows={lines} onChange={({ target }) => write(target.value)} />
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
