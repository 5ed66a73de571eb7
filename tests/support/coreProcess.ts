import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvinceFile } from '../../domain/contract/provinceFile.ts';
import type { SiteFile } from '../../domain/contract/siteFile.ts';
import type { CoreMessage, ShellMessage } from '../../main/kernel/control.ts';
import { aCanvas, aProvince, aSite } from './builders.ts';
import { fakeWindow, type FakeWindow } from './fakeWindow.ts';

export type ToCore =
  | { readonly about: 'shell'; readonly message: ShellMessage; readonly portId?: number }
  | { readonly about: 'port'; readonly portId: number; readonly message: unknown };

export type FromCore =
  | { readonly about: 'core'; readonly message: CoreMessage }
  | { readonly about: 'port'; readonly portId: number; readonly message: unknown };

type PortWord = Parameters<FakeWindow['port']['post']>[0];

/** What comes over the channel is what the core posted. */
function isWord(message: unknown): message is PortWord {
  return (
    typeof message === 'string' || (typeof message === 'object' && message !== null && 'answer' in message)
  );
}

/** A machine's folder with its files; cores come and go on it. */
export type Machine = {
  readonly folder: string;
  readonly profileDir: string;
  start(): CoreProcess;
  stop(): Promise<void>;
};

export type CoreProcess = {
  readonly messages: CoreMessage[];
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  window(name: string): FakeWindow;
  /** Ends it at once, as kill -9 does. */
  kill(): Promise<void>;
  /** Stops it in its tracks, as a machine that hangs; `thaw` lets it go on. */
  freeze(): void;
  thaw(): void;
  /** Ends it in order. */
  stop(): Promise<void>;
};

export type MachineRequest = {
  readonly backendUrl?: string;
  readonly token?: string;
  readonly site?: Partial<SiteFile>;
  readonly province?: ProvinceFile;
};

const child = new URL('./coreChild.ts', import.meta.url);

/** Prepares a machine; nothing runs on it yet. */
export function openMachine(request: MachineRequest = {}): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'machine-'));
  const profileDir = join(folder, 'profile');
  const [sitePath, provincePath] = [join(folder, 'site.json'), join(folder, 'province.json')];
  const cores: CoreProcess[] = [];
  mkdirSync(profileDir);
  const backend = { url: request.backendUrl ?? 'ws://127.0.0.1:1/' };
  const demonstrationPeople = [{ name: 'Nguyễn Thị Hạnh', role: 'operator', pin: '2468' }] as const;
  writeFileSync(
    sitePath,
    JSON.stringify(aSite({ backend, demonstrationPeople: [...demonstrationPeople], ...request.site })),
  );
  writeFileSync(provincePath, JSON.stringify(request.province ?? aProvince()));
  if (request.token !== undefined) {
    writeFileSync(join(profileDir, 'secrets.json'), JSON.stringify({ 'backend.token': request.token }));
  }
  return {
    folder,
    profileDir,
    start() {
      const core = startCoreProcess({ profileDir, sitePath, provincePath });
      cores.push(core);
      return core;
    },
    async stop() {
      await Promise.all(cores.map((core) => core.kill()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startCoreProcess(config: {
  profileDir: string;
  sitePath: string;
  provincePath: string;
}): CoreProcess {
  const core = fork(child, [], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const messages: CoreMessage[] = [];
  const windows: FakeWindow[] = [];
  const ended = new Promise<void>((done) => core.once('exit', () => done()));
  const tell = (word: ToCore): void => void (core.connected && core.send(word));
  const shell = (message: ShellMessage, portId?: number): void =>
    tell({ about: 'shell', message, ...(portId !== undefined && { portId }) });
  const said = new Map<CoreMessage['type'], () => void>();
  const ready = new Promise<void>((done) => said.set('ready', done));

  core.on('message', (word: FromCore) => {
    if (word.about === 'port')
      return isWord(word.message) ? windows[word.portId]?.port.post(word.message) : undefined;
    messages.push(word.message);
    said.get(word.message.type)?.();
  });
  shell({ type: 'start', config });
  shell({ type: 'canvas', wallId: 'main', canvas: aCanvas() });

  return {
    messages,
    ready,
    ended,
    window(name) {
      const displayIds = name.startsWith('d') ? [name] : [];
      const kind = displayIds.length > 0 ? 'wall' : 'console';
      const window = fakeWindow({ windowId: name, kind, wallId: 'main', displayIds });
      const portId = windows.push(window) - 1;
      window.port.onMessage((message) => tell({ about: 'port', portId, message }));
      shell({ type: 'admit', window: window.identity }, portId);
      return window;
    },
    async kill() {
      core.kill('SIGKILL');
      await ended;
    },
    freeze: () => void core.kill('SIGSTOP'),
    thaw: () => void core.kill('SIGCONT'),
    async stop() {
      shell({ type: 'stop' });
      await ended;
    },
  };
}

/** Signs the demonstration's person in at this console. */
export async function signIn(desk: FakeWindow): Promise<void> {
  const people = await desk.call('access.people', {});
  const person = people.ok ? people.value.people[0] : undefined;
  const entered = await desk.call('access.enter', { personId: person?.id ?? 'nobody', pin: '2468' });
  if (!entered.ok) throw new Error(`not signed in: ${entered.reason}`);
}
