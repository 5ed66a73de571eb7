// Runs the repository's tools on its own Node, whatever the machine has.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repoDir } from './places.ts';

export type ToolRun = {
  /** The script, from the repository's root. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly limitMs?: number;
  /** Where its words go at once; otherwise they are only returned. */
  readonly show?: boolean;
};

export type ToolResult = { readonly ok: boolean; readonly reason: string; readonly output: string };

/** Never throws: a tool that cannot be started is a tool that failed. */
export function runTool({
  script,
  args,
  env = {},
  limitMs = 600_000,
  show = false,
}: ToolRun): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(repoDir, script), ...args], {
      cwd: repoDir,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let output = '';
    let late = false;
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (show) process.stderr.write(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const limit = setTimeout(() => {
      late = true;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    }, limitMs);
    const finish = (ok: boolean, reason: string): void => {
      clearTimeout(limit);
      resolve({ ok, reason, output });
    };
    child.on('error', (error) => finish(false, error.message));
    child.on('close', (code, signal) => {
      if (late) finish(false, `quá ${limitMs / 1000} s / took too long`);
      else finish(code === 0, code === 0 ? '' : `mã thoát / exit ${signal ?? String(code)}`);
    });
  });
}
