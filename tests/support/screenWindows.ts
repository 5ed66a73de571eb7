// The windows on an X server, as whoever sits before it sees them.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

type Env = Readonly<Record<string, string>>;

const script = fileURLToPath(new URL('screen_windows.py', import.meta.url));

function ask(env: Env, ...words: readonly string[]): string {
  return execFileSync('python3', [script, ...words], { env: { ...process.env, ...env }, encoding: 'utf8' });
}

/** The title of every window on the X server that `env` names. */
export function windowTitles(env: Env): readonly string[] {
  return ask(env)
    .split('\n')
    .filter((title) => title !== '');
}

/** Presses the close button of the window with this title: the window manager asks the app to close it. Throws when there is none. */
export function pressClose(env: Env, title: string): void {
  ask(env, title);
}
