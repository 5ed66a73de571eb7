// `npm run check`: types, layers, lint, format and unused code.
import { runTool, type ToolResult } from './tools.ts';

const cruise = 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs';
const product = ['domain', 'main', 'preload', 'renderer', 'backend'];

const checks = {
  'kiểu / types': { script: 'node_modules/typescript/bin/tsc', args: ['-b', '--pretty', 'false'] },
  'tầng / layers': {
    script: cruise,
    args: ['--config', 'config/dependency-cruiser.cjs', ...product, 'config', 'tests'],
  },
  'bó chạy / bundles': {
    script: cruise,
    args: ['--config', 'config/dependency-cruiser.runtime.cjs', ...product],
  },
  lint: { script: 'node_modules/eslint/bin/eslint.js', args: ['--config', 'config/eslint.config.mjs', '.'] },
  'định dạng / format': {
    script: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--config', 'config/prettier.json', '--check', '**/*.{ts,tsx,mjs,cjs,css,html}'],
  },
  'mã thừa / unused': {
    script: 'node_modules/knip/bin/knip.js',
    args: ['--config', 'config/knip.json', '--no-progress'],
  },
};

export type Check = { readonly name: string } & ToolResult;

/** Two at a time: the machines this runs on have two cores. */
export async function runChecks(): Promise<Check[]> {
  const waiting = Object.entries(checks);
  const done: Check[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, run] = next;
      const result = await runTool(run);
      process.stderr.write(`${result.ok ? '✔' : '✘'} ${name}\n${result.ok ? '' : result.output}`);
      done.push({ name, ...result });
    }
  };
  await Promise.all([worker(), worker()]);
  return done;
}

if (import.meta.main) {
  const done = await runChecks();
  process.exitCode = done.every(({ ok }) => ok) ? 0 : 1;
}
