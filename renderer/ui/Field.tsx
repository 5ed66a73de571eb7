import { useId, type InputHTMLAttributes } from 'react';
import './field.css';

/** One line to fill in: its label above, what is wrong below. */
export function Field(
  props: {
    readonly label: string;
    readonly problem?: string | undefined;
  } & InputHTMLAttributes<HTMLInputElement>,
) {
  const { label, problem, ...rest } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
      />
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
