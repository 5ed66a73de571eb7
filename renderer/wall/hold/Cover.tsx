import { useState } from 'react';
import { useWorld } from '../../replica/store.ts';
import { useName } from '../../text/language.ts';
import './cover.css';

/** Hills over a horizon, in a ring: nobody's coat of arms. */
function NeutralMark() {
  return (
    <svg className="cover-mark" viewBox="0 0 96 96" aria-hidden="true" focusable="false">
      <circle cx="48" cy="48" r="45" />
      <path d="M14 62 34 36 46 51 58 30 82 62zM20 69h56M29 76h38" />
    </svg>
  );
}

/** The site's own picture of the province's emblem; where there is none, the neutral mark. */
function Emblem() {
  const [missing, setMissing] = useState(false);
  if (missing) return <NeutralMark />;
  return <img className="cover-emblem" src="/emblem/picture" alt="" onError={() => setMissing(true)} />;
}

/**
 * The province's emblem and the room's name on neutral ground, in front of everything. It is always there, and drawn, so
 * that covering a display is one change of one style.
 */
export function Cover({ shown }: { readonly shown: boolean }) {
  const name = useName();
  const province = useWorld((world) => world.province);
  return (
    <div
      className={shown ? 'cover shown' : 'cover'}
      aria-hidden={!shown}
      data-cover={shown}
      data-over={shown}
    >
      <div className="cover-face">
        <Emblem />
        {province && (
          <>
            <p className="cover-province">{name(province.name)}</p>
            <p className="cover-centre">{name(province.centre)}</p>
          </>
        )}
      </div>
    </div>
  );
}
