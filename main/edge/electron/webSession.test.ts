import { describe, expect, it, vi } from 'vitest';
import { createWebSessions } from './webSession.ts';

const made = vi.hoisted((): object[] => []);
vi.mock('electron', () => ({
  session: {
    fromPartition(name: string) {
      const empties = (): Promise<void> =>
        name === 'web-1' ? Promise.reject(new Error('cache busy')) : Promise.resolve();
      const own = {
        webRequest: { onBeforeRequest: () => undefined },
        setPermissionRequestHandler: () => undefined,
        setPermissionCheckHandler: () => undefined,
        setDevicePermissionHandler: () => undefined,
        on: () => undefined,
        clearStorageData: empties,
        clearCache: empties,
        closeAllConnections: empties,
      };
      made.push(own);
      return own;
    },
  },
}));

describe('a session that a page gave back', () => {
  it('and that cannot be emptied ends no shell, and is lent to no other page', async () => {
    const logged: string[] = [];
    const log = {
      info: () => undefined,
      warn: (event: string) => void logged.push(event),
      error: () => undefined,
    };
    const sessions = createWebSessions(new Set(), () => undefined, log);
    const spoiled = sessions.lend();
    const sound = sessions.lend();

    sessions.giveBack(spoiled);
    sessions.giveBack(sound);
    await new Promise((settled) => setImmediate(settled));

    expect(logged).toEqual(['web.unemptied']);
    expect([sessions.lend(), sessions.lend()].map((own) => made.indexOf(own))).toEqual([1, 2]);
  });
});
