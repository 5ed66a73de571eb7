import { CalendarSearch } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { momentOf } from './replayWords.ts';

/** Leads to any moment that the recording server keeps. */
export function GoTo(props: {
  readonly from: number;
  readonly now: number;
  readonly disabled: boolean;
  readonly onGo: (at: number) => void;
}) {
  const { from, now, disabled, onGo } = props;
  const text = useText().playback;
  const [written, setWritten] = useState('');
  const [problem, setProblem] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const at = momentOf(written, now);
    if (at === undefined) return setProblem(text.wrongMoment);
    if (at < from || at >= now) return setProblem(text.notKept);
    setProblem(undefined);
    onGo(at);
  }

  return (
    <form className="replay-go" onSubmit={submit}>
      <Field
        label={text.moment}
        maxLength={40}
        value={written}
        problem={problem}
        onChange={({ target }) => setWritten(target.value)}
      />
      <Button type="submit" icon={CalendarSearch} disabled={disabled}>
        {text.go}
      </Button>
    </form>
  );
}
