import { type EditCalls } from '../../domain/cameras/editCalls.ts';
import { CellsInput, KeepInput, PasswordInput } from '../../domain/cameras/editInputs.ts';
import { readRow, unitFinder } from '../../domain/cameras/importing.ts';
import { CameraInput } from '../../domain/cameras/inputs.ts';
import { cellsOf } from '../../domain/cameras/row.ts';
import { type Fault } from '../../domain/cameras/rowReader.ts';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { type Unit } from '../../domain/units/model.ts';
import { type Caller, type Handlers } from '../kernel/handlers.ts';
import { type Clock } from '../kernel/ports.ts';
import { type Registry, type RegistryEntry } from './registry.ts';

type Needs = {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly units: () => readonly Unit[];
};

const editor = { allowed: ['console'], right: 'camera.edit' } as const;

function wrong(...faults: readonly Fault[]) {
  return { ok: false, reason: 'camera-wrong', faults } as const;
}

/** Single cameras at the desk: one row of a list, read by the same rule, with the same way back. */
export function createEditing({ registry, clock, newId, units }: Needs): {
  readonly calls: Handlers<keyof EditCalls>;
} {
  function entryOf(cameraId: string): Outcome<RegistryEntry, 'camera-unknown'> {
    const entry = registry.entry(cameraId);
    return entry ? accept(entry) : refuse('camera-unknown');
  }

  const about = ({ person }: Caller) => ({ importId: newId(), at: clock.now(), by: person?.name ?? '' });

  const calls: Handlers<keyof EditCalls> = {
    'cameras.readCamera': {
      ...editor,
      quiet: true,
      parse: (raw) => CameraInput.parse(raw),
      run({ cameraId }) {
        const found = entryOf(cameraId);
        if (!found.ok) return found;
        const { camera, source, ofProvince, ofSite, hasSecret } = found.value;
        return accept({ cells: cellsOf(camera, source), ofProvince, ofSite, hasPassword: hasSecret });
      },
    },
    'cameras.judgeCamera': {
      ...editor,
      quiet: true,
      parse: (raw) => CellsInput.parse(raw),
      run({ cells }) {
        const read = readRow(cells, unitFinder(units()));
        return accept('faults' in read ? read.faults : []);
      },
    },
    'cameras.keepCamera': {
      ...editor,
      parse: (raw) => KeepInput.parse(raw),
      run({ cells, isNew }, caller) {
        const read = readRow(cells, unitFinder(units()));
        if ('faults' in read) return wrong(...read.faults);
        const { id, name } = read.camera.camera;
        const entry = registry.entry(id);
        if (isNew && entry) return wrong({ column: 'id', expected: 'twice', found: id });
        if (entry?.ofProvince) return refuse('of-province');
        if (!isNew && entry === undefined) return refuse('camera-unknown');
        if (registry.acquaintance(read.camera) === 'same') return accept(null);
        const what = isNew ? 'added' : 'edited';
        const outcome = registry.takeIn([read.camera], { ...about(caller), what, file: name.vi });
        return outcome.ok ? accept(null) : outcome;
      },
    },
    'cameras.removeCamera': {
      ...editor,
      parse: (raw) => CameraInput.parse(raw),
      run({ cameraId }, caller) {
        const found = entryOf(cameraId);
        if (!found.ok) return found;
        const file = found.value.camera.name.vi;
        const outcome = registry.remove(cameraId, { ...about(caller), what: 'removed', file });
        return outcome.ok ? accept(null) : outcome;
      },
    },
    'cameras.keepPassword': {
      ...editor,
      parse: (raw) => PasswordInput.parse(raw),
      run({ cameraId, login }) {
        const found = entryOf(cameraId);
        if (!found.ok) return found;
        const secret = login && `${login.user}:${login.password}`;
        return registry.keepSecret(cameraId, secret) ? accept(null) : refuse('vault-away');
      },
    },
  };
  return { calls };
}
