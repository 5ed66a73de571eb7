import { readFileSync } from 'node:fs';
import { checkFile } from '../domain/contract/fileProblem.ts';
import { ProvinceFileSchema, type ProvinceFile } from '../domain/contract/provinceFile.ts';
import { provinceProblems } from '../domain/contract/provinceRules.ts';
import { readTokens } from './access/tokens.ts';
import type { Flags } from './flags.ts';
import type { Log } from './log.ts';
import { startSampleFeed } from './sampleFeed.ts';
import { createServer } from './server.ts';
import { openStore } from './store/openStore.ts';

export type Backend = { readonly port: number; readonly url: string; readonly close: () => Promise<void> };

/** The province file is wrong: the message names each wrong field and what was expected there. */
export class WrongProvince extends Error {}

/** A province is named by its id in config/provinces or by the path of its file. */
function readProvince(name: string): ProvinceFile {
  const file = name.endsWith('.json') ? name : new URL(`../config/provinces/${name}.json`, import.meta.url);
  const checked = checkFile(readFileSync(file, 'utf8'), ProvinceFileSchema, provinceProblems);
  if (!checked.ok) {
    throw new WrongProvince(
      [`${name}:`, ...checked.problems.map(({ path, expected }) => `  ${path}: ${expected}`)].join('\n'),
    );
  }
  return checked.value;
}

/** The whole backend from its flags: store, server, and the sample feed unless its pace is 0. */
export async function openBackend(flags: Flags, log: Log): Promise<Backend> {
  const province = readProvince(flags.province);
  const tokens = readTokens(flags.tokensFile);
  const tls = flags.tls && {
    cert: readFileSync(flags.tls.certFile, 'utf8'),
    key: readFileSync(flags.tls.keyFile, 'utf8'),
  };
  const store = openStore(flags.dataDir, log);
  const server = createServer({ store, tokens, log, ...(tls && { tls }) });
  const stopFeed =
    flags.pace > 0
      ? startSampleFeed({ store, province, pace: flags.pace, log, now: Date.now, random: Math.random })
      : () => undefined;
  const port = await server.listen(flags.port, flags.host);
  const host = flags.host.includes(':') ? `[${flags.host}]` : flags.host;
  return {
    port,
    url: `${tls ? 'wss' : 'ws'}://${host}:${port}/`,
    async close() {
      stopFeed();
      await server.close();
      store.close();
    },
  };
}
