import { ipcMain, type WebContents } from 'electron';
import { hangs, type Usage } from './hanging.ts';
import { isOwnPage } from './ownPage.ts';
import { usageOf } from './usage.ts';

const LOOK_EVERY_MS = 250;
/** A look that comes later than this after its turn: the machine slept, or the shell was held up. */
const LATE_MS = 500;
/** The restart takes its share of the four seconds in which a wall's window that hangs must be back. */
export const WALL_SILENT_MS = 2_500;
/** The console draws a list of hundreds of scenes in one go, and somebody is at work in it: it is not taken away sooner. */
export const CONSOLE_SILENT_MS = 8_000;
const SUSPECT_AFTER_MS = 750;
/** A page that neither loops nor stands still is slow, not hung: in software graphics a map's first pictures take seconds. */
const SLOW_FOR_MS = 15_000;

/** Why a window was taken for hung, for the log. */
export type HangFacts = { readonly silentMs: number; readonly pageCpuS: number; readonly gpuCpuS: number };

/**
 * Finds windows whose script hangs: Electron's own `unresponsive` event needs somebody's input first. A window that was
 * silent for too long is crashed on purpose; the one place that brings crashed windows back then does the rest.
 */
export function createWatchdog(onHang: (contents: WebContents, facts: HangFacts) => void) {
  const heardAt = new Map<WebContents, number>();
  const patienceMs = new Map<WebContents, number>();
  const suspects = new Map<WebContents, Usage>();
  let lookedAt = Date.now();

  function forget(contents: WebContents): void {
    heardAt.delete(contents);
    patienceMs.delete(contents);
    suspects.delete(contents);
  }

  ipcMain.on('alive', (event) => {
    if (!isOwnPage(event) || !heardAt.has(event.sender)) return;
    heardAt.set(event.sender, Date.now());
    suspects.delete(event.sender);
  });

  const timer = setInterval(() => {
    const now = Date.now();
    const asleepMs = now - lookedAt - LOOK_EVERY_MS;
    lookedAt = now;
    for (const [contents, at] of heardAt) {
      // A machine that slept, or a shell that was held up, says nothing about the windows.
      const heard = asleepMs > LATE_MS ? now : at;
      heardAt.set(contents, heard);
      const silentMs = now - heard;
      if (silentMs <= SUSPECT_AFTER_MS) continue;
      const before = suspects.get(contents) ?? usageOf(contents.getOSProcessId());
      suspects.set(contents, before);
      if (silentMs <= (patienceMs.get(contents) ?? WALL_SILENT_MS)) continue;
      const usage = usageOf(contents.getOSProcessId());
      if (silentMs <= SLOW_FOR_MS && !hangs(before, usage)) continue;
      forget(contents);
      onHang(contents, { silentMs, pageCpuS: usage.pageS - before.pageS, gpuCpuS: usage.gpuS - before.gpuS });
    }
  }, LOOK_EVERY_MS);

  return {
    /** Starts to expect heartbeats of a window whose page has loaded; `silentMs`: so long it may say nothing. */
    watch(contents: WebContents, silentMs: number): void {
      patienceMs.set(contents, silentMs);
      heardAt.set(contents, Date.now());
      contents.once('destroyed', () => forget(contents));
    },
    forget,
    close(): void {
      clearInterval(timer);
    },
  };
}
export type Watchdog = ReturnType<typeof createWatchdog>;
