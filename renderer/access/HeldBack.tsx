import { useNow } from '../replica/clock.ts';
import { useText } from '../text/language.ts';
import type { Held } from './session.ts';

/** Why the last try failed, with the seconds to wait counted down. */
export function HeldBack({ held }: { readonly held: Held }) {
  const text = useText();
  const now = useNow();
  const waitS = held.mayTryAt === null ? 0 : Math.ceil((held.mayTryAt - now) / 1000);
  return (
    <p className="sign-in-word" role="alert">
      {text.refusals[held.reason]} {waitS > 0 && text.access.waitFor(waitS)}
    </p>
  );
}
