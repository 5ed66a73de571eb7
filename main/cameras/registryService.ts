import { importColumns } from '../../domain/cameras/columns.ts';
import { createImportList, type ImportList } from '../../domain/cameras/importList.ts';
import { unitFinder } from '../../domain/cameras/importing.ts';
import { MOST_ROWS } from '../../domain/cameras/limits.ts';
import { type RegistryCalls } from '../../domain/cameras/registryCalls.ts';
import { BeginInput, OfImportInput, RowsInput } from '../../domain/cameras/registryInputs.ts';
import { type Cells } from '../../domain/cameras/rowReader.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { type Unit } from '../../domain/units/model.ts';
import { type Handlers } from '../kernel/handlers.ts';
import { type Clock } from '../kernel/ports.ts';
import { type Registry } from './registry.ts';

/** A list that nobody has gone on with for this long is given up, ms. */
export const LIST_IDLE_MS = 15 * 60_000;
/** Lists under way at once, over all consoles. */
const MOST_LISTS = 4;

type Coming = {
  readonly list: ImportList;
  readonly what: 'list' | 'found';
  readonly file: string;
  readonly windowId: string;
  lines: number;
  callOff(): void;
};

type Needs = {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly units: () => readonly Unit[];
};

const editor = { allowed: ['console'], right: 'camera.edit' } as const;

/** Camera lists on their way into the registry. */
export function createRegistryService({ registry, clock, newId, units }: Needs) {
  const lists = new Map<string, Coming>();

  function drop(importId: string): void {
    lists.get(importId)?.callOff();
    lists.delete(importId);
  }

  /** A list begins; undefined: too many are under way. */
  function begin(
    about: Pick<Coming, 'what' | 'file' | 'windowId'>,
  ): { importId: string; list: ImportList } | undefined {
    if (lists.size >= MOST_LISTS) return undefined;
    const importId = newId();
    const list = createImportList(unitFinder(units()), registry.acquaintance);
    const callOff = clock.after(LIST_IDLE_MS, () => drop(importId));
    lists.set(importId, { ...about, list, lines: 0, callOff });
    return { importId, list };
  }

  /** The list of this window, given a new span of patience. */
  function listOf(importId: string, windowId: string): Coming | undefined {
    const coming = lists.get(importId);
    if (coming?.windowId !== windowId) return undefined;
    coming.callOff();
    coming.callOff = clock.after(LIST_IDLE_MS, () => drop(importId));
    return coming;
  }

  const calls: Handlers<keyof RegistryCalls> = {
    'cameras.beginImport': {
      ...editor,
      parse: (raw) => BeginInput.parse(raw),
      run({ name }, { windowId }) {
        const begun = begin({ what: 'list', file: name, windowId });
        return begun ? accept({ importId: begun.importId }) : refuse('imports-busy');
      },
    },
    'cameras.putRows': {
      ...editor,
      quiet: true,
      parse: (raw) => RowsInput.parse(raw),
      run({ importId, rows }, { windowId }) {
        const coming = listOf(importId, windowId);
        if (coming === undefined) return refuse('import-unknown');
        coming.lines += rows.length;
        // One more than the rows: the header.
        if (coming.lines > MOST_ROWS + 1) {
          drop(importId);
          return refuse('list-too-long');
        }
        coming.list.put(rows);
        return accept(null);
      },
    },
    'cameras.previewImport': {
      ...editor,
      quiet: true,
      parse: (raw) => OfImportInput.parse(raw),
      run({ importId }, { windowId }) {
        const coming = listOf(importId, windowId);
        return coming === undefined ? refuse('import-unknown') : accept(coming.list.preview());
      },
    },
    'cameras.takeImport': {
      ...editor,
      parse: (raw) => OfImportInput.parse(raw),
      run({ importId }, { windowId, person }) {
        const coming = listOf(importId, windowId);
        if (coming === undefined) return refuse('import-unknown');
        const { what, file } = coming;
        const about = { importId, at: clock.now(), by: person?.name ?? '', what, file };
        const outcome = registry.takeIn(coming.list.cameras(), about);
        if (outcome.ok) drop(importId);
        return outcome;
      },
    },
    'cameras.dropImport': {
      allowed: ['console'],
      parse: (raw) => OfImportInput.parse(raw),
      run({ importId }, { windowId }) {
        if (lists.get(importId)?.windowId === windowId) drop(importId);
        return accept(null);
      },
    },
    'cameras.undoImport': {
      ...editor,
      parse: (raw) => OfImportInput.parse(raw),
      run: ({ importId }) => registry.undo(importId),
    },
  };

  return {
    calls,
    /** A list that was read on the network, for this window to look at; undefined: too many are under way. */
    bring(rows: readonly Cells[], windowId: string): string | undefined {
      const begun = begin({ what: 'found', file: '', windowId });
      begun?.list.put([
        importColumns,
        ...rows.map((row) => importColumns.map((column) => row[column] ?? '')),
      ]);
      return begun?.importId;
    },
    /** The window is gone for good: nobody will go on with its lists. */
    dismiss(windowId: string): void {
      for (const [importId, coming] of lists) if (coming.windowId === windowId) drop(importId);
    },
  };
}
