// Everything the set-up tells goes to stderr: the standard output of demo and bench is read by machines.
import { spawn } from 'node:child_process';

export function say(vietnamese, english) {
  process.stderr.write(`• ${vietnamese}${english === undefined ? '' : ` (${english})`}\n`);
}

/** A reason to stop that a person can act on; shown without a stack. */
export class Stop extends Error {}

/** Runs a long command, shows that it is alive, and shows its last words when it fails. */
export function runLong(title, command, args, options = {}) {
  say(title);
  const startedAt = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    const listen = (chunk) => (words = (words + chunk).slice(-8000));
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    const beat = setInterval(() => {
      const last = words.trimEnd().split('\n').at(-1) ?? '';
      process.stderr.write(`  … ${Math.round((Date.now() - startedAt) / 1000)} s  ${last.slice(0, 90)}\n`);
    }, 5000);
    child.on('error', (error) => finish(`${command}: ${error.message}`));
    child.on('close', (code) => finish(code === 0 ? undefined : `${command} → ${code}`));
    function finish(failure) {
      clearInterval(beat);
      if (failure === undefined) resolve(words);
      else reject(new Stop(`${title}: không xong / failed (${failure})\n${words.trim()}`));
    }
  });
}
