// What a person does with a window's own close button: the window manager asks the app to close it.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('close_window.py', import.meta.url));

/** Presses the close button of the window with this title on the X server that `env` names. Throws when there is none. */
export function pressClose(env: Readonly<Record<string, string>>, title: string): void {
  execFileSync('python3', [script, title], { env: { ...process.env, ...env } });
}
