import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openMachine, type Machine } from '../support/coreProcess.ts';

let machine: Machine | undefined;
afterEach(() => machine?.stop());

describe('a disk that does not take the vault', () => {
  it.each(['vault.part', 'vault.key.part'])(
    'does not keep the wall dark; the operator is told, and the secrets stay where they were: %s',
    async (inTheWay) => {
      machine = openMachine({ token: 'secret-token' });
      mkdirSync(join(machine.profileDir, inTheWay));

      const core = machine.start();
      await core.ready;
      const desk = core.window('console');

      await vi.waitFor(
        () =>
          expect(desk.last('snapshot')?.notices).toMatchObject([
            { kind: 'vault-closed', detail: 'disk-refused' },
          ]),
        { timeout: 10_000 },
      );
      expect(core.messages.filter(({ type }) => type === 'fatal')).toEqual([]);
      expect(readFileSync(join(machine.profileDir, 'secrets.json'), 'utf8')).toContain('secret-token');
    },
  );
});
