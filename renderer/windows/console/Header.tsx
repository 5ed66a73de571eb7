import { CircleHelp, PencilRuler } from 'lucide-react';
import { vietnamClockSeconds, vietnamDate } from '../../../domain/kernel/time.ts';
import { PersonBadge } from '../../access/PersonBadge.tsx';
import { chooseLanguage } from '../../access/session.ts';
import { CameraLoad } from '../../cameras/CameraLoad.tsx';
import { useNow } from '../../replica/clock.ts';
import { useWorld } from '../../replica/store.ts';
import { useLanguage, useName, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkStatus } from './LinkStatus.tsx';

const languages = ['vi', 'en'] as const;

function Clock() {
  const text = useText().console;
  const now = useNow();
  return (
    <time className="console-clock" aria-label={text.clock} dateTime={new Date(now).toISOString()}>
      <strong>{vietnamClockSeconds(now)}</strong>
      <span className="quiet">{vietnamDate(now)}</span>
    </time>
  );
}

function LanguageSwitch() {
  const text = useText().console;
  const language = useLanguage();
  return (
    <div className="languages" role="group" aria-label={text.language}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          aria-label={text.languages[one]}
          onClick={() => chooseLanguage(one)}
        >
          {one.toUpperCase()}
        </button>
      ))}
    </div>
  );
}

/** Whose room this is, how it stands, what time it is, who is on duty. */
export function Header(props: {
  readonly onSignIn: () => void;
  readonly onHelp: () => void;
  readonly onEdit: () => void;
  readonly editing: boolean;
}) {
  const text = useText();
  const name = useName();
  const centre = useWorld((world) => world.province?.centre);
  return (
    <header className="console-header">
      <h1>
        {text.app.name} <span className="quiet">{centre ? name(centre) : text.console.name}</span>
      </h1>
      <LinkStatus />
      <CameraLoad />
      <Clock />
      <LanguageSwitch />
      <PersonBadge onSignIn={props.onSignIn} />
      <Button icon={PencilRuler} keys="E" aria-pressed={props.editing} onClick={props.onEdit}>
        {text.editor.open}
      </Button>
      <Button look="quiet" icon={CircleHelp} keys="?" onClick={props.onHelp}>
        {text.console.keys.open}
      </Button>
    </header>
  );
}
