import type { z } from 'zod';
import { maySeeCamera } from '../../domain/access/rights.ts';
import {
  EVIDENCE_PAGE,
  EVIDENCE_SLICE,
  type Evidence,
  type EvidenceCalls,
  type EvidenceRow,
  type FileStanding,
} from '../../domain/cameras/evidenceCalls.ts';
import {
  ClipInput,
  ExportInput,
  NamedInput,
  NoteInput,
  PictureInput,
  ReadInput,
  SearchInput,
} from '../../domain/cameras/evidenceInputs.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { NothingInput } from '../../domain/kernel/schema.ts';
import { fold } from '../../domain/kernel/text.ts';
import type { Caller, Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import { cutClip, holdClip } from './clips.ts';
import type { EvidenceKeeping } from './evidencePorts.ts';
import { createEvidenceShelf, type EvidenceBounds, type FreshFile } from './evidenceShelf.ts';
import { createExports, type ExportWork } from './exports.ts';
import { filmOf, ict, sha256, spanOf, stemOf, type About } from './films.ts';
import type { Recordings } from './ports.ts';

/** How much of an export is reading; the rest is sealing. */
const READING = 0.6;

type Needs = {
  readonly hub: Pick<Hub, 'world'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly recordings: Pick<Recordings, 'pieces' | 'hold'>;
  /** None while the vault is closed. */
  readonly keeping: EvidenceKeeping | undefined;
  readonly bounds: EvidenceBounds;
  /** Written down: this is what a clip became, or so many were forgotten. */
  readonly onKept: (evidence: Evidence, from: string) => void;
  readonly onPurged: (count: number) => void;
};

const taker = { allowed: ['console'], right: 'evidence.export' } as const;

function rowOf({ sidecar: _text, ...row }: Evidence): EvidenceRow {
  return row;
}

/** Pictures that leave this machine: with camera, place, times, who, and hashes; kept, sealed, and compared again on demand. */
export function createEvidence(needs: Needs) {
  const { hub, clock, log, newId, recordings, keeping, onKept } = needs;
  const shelf = keeping && createEvidenceShelf({ ...needs, keeping });
  const exports = createExports((error) => log.error('evidence.unkept', { reason: String(error) }));

  function aboutOf(cameraId: string, source: string, { person }: Caller): About | null {
    const { cameras, province } = hub.world();
    const camera = own(cameras.byId, cameraId);
    if (camera === undefined) return null;
    const place = province?.units.find(({ code }) => code === camera.unit)?.name.vi ?? camera.unit;
    const exportedAt = ict(clock.now());
    return { camera: camera.name.vi, cameraId, place, source, by: person?.name ?? '', exportedAt };
  }

  /** What is written down of files; `more`: what only the text beside them says. */
  function written(
    { exportedAt, ...about }: About,
    kind: Evidence['kind'],
    span: { readonly from: number; readonly to: number },
    more: Readonly<Record<string, unknown>>,
  ): Omit<Evidence, 'files'> {
    const stem = stemOf(about.cameraId, span.from);
    const text = JSON.stringify({ ...about, exportedAt, ...more }, null, 2);
    const id = `${stem}-${newId().slice(-6)}`;
    return {
      id,
      kind,
      ...about,
      ...span,
      at: clock.now(),
      note: '',
      sidecar: { name: `${stem}.json`, text },
    };
  }

  function clipWork(about: About, request: z.infer<typeof ClipInput>, from: string): ExportWork {
    return async (signal, onDone) => {
      const onRead = (share: number): void => {
        signal.throwIfAborted();
        onDone(share * READING);
      };
      const parts = await cutClip(recordings, { ...request, onRead });
      if (parts === null) return refuse('clip-too-large');
      const [first, last] = [parts[0], parts.at(-1)];
      if (first === undefined || last === undefined) return refuse('nothing-recorded');
      if (shelf === undefined) return refuse('evidence-closed');
      const films = await Promise.all(parts.map((part) => filmOf(part, about)));
      const fresh: readonly FreshFile[] = films.map(({ file }) => file);
      if (!shelf.hasRoom(fresh.reduce((sum, { bytes }) => sum + bytes.length, 0)))
        return refuse('evidence-full');
      const asked = { from: ict(request.from), to: ict(request.to) };
      const told = { asked, parts: films.map((film) => film.told) };
      const span = { from: spanOf(first).from, to: spanOf(last).to };
      const onSealed = (share: number): void => onDone(READING + (1 - READING) * share);
      const kept = await shelf.keep(written(about, 'clip', span, told), fresh, signal, onSealed);
      onKept(kept, from);
      return accept(kept);
    };
  }

  /** What this person may know of; of a camera that is gone nobody knows any more whether it was restricted. */
  function seenBy({ person }: Caller, { cameraId }: Evidence): boolean {
    return maySeeCamera(person, own(hub.world().cameras.byId, cameraId) ?? { restricted: true });
  }

  function found(evidenceId: string, caller: Caller): Evidence | undefined {
    const evidence = shelf?.get(evidenceId);
    return evidence && seenBy(caller, evidence) ? evidence : undefined;
  }

  async function standing({ sha256: wanted, sizeBytes }: Evidence['files'][number]): Promise<FileStanding> {
    try {
      const bytes = await keeping?.files.read(wanted, 0, sizeBytes);
      if (bytes === undefined) return 'missing';
      return (await sha256(bytes)) === wanted ? 'whole' : 'changed';
    } catch {
      return 'changed';
    }
  }

  const calls: Handlers<keyof EvidenceCalls> = {
    'cameras.cutClip': {
      ...taker,
      parse: (raw) => ClipInput.parse(raw),
      run(request, caller) {
        if (shelf === undefined) return refuse('evidence-closed');
        const source = 'Bộ ghi vòng của phòng điều hành, không mã hóa lại hình';
        const about = aboutOf(request.cameraId, source, caller);
        if (about === null) return refuse('camera-unknown');
        const exportId = newId();
        const { windowId } = caller;
        const work = clipWork(about, request, windowId);
        // What was asked for is there when its turn comes, however long the queue.
        const onOver = holdClip(recordings, request);
        const isQueued = exports.add({ ...request, exportId, windowId, work, onOver });
        return isQueued ? accept({ exportId }) : refuse('exports-full');
      },
    },
    'cameras.exports': {
      ...taker,
      quiet: true,
      parse: (raw) => NothingInput.parse(raw),
      run: (_input, { windowId }) => accept(exports.of(windowId)),
    },
    'cameras.cancelExport': {
      ...taker,
      parse: (raw) => ExportInput.parse(raw),
      run({ exportId }, { windowId }) {
        exports.cancel(windowId, exportId);
        return accept(null);
      },
    },
    'cameras.signPicture': {
      ...taker,
      parse: (raw) => PictureInput.parse(raw),
      async run({ cameraId, at, live, suspectSince, png }, caller) {
        if (shelf === undefined) return refuse('evidence-closed');
        const source = live ? 'Hình trực tiếp trên bàn điều khiển' : 'Hình xem lại trên bàn điều khiển';
        const about = aboutOf(cameraId, source, caller);
        if (about === null) return refuse('camera-unknown');
        if (!shelf.hasRoom(png.length)) return refuse('evidence-full');
        const name = `${stemOf(cameraId, at)}.png`;
        const told = {
          ...{ file: name, sha256: await sha256(png), bytes: png.length, takenAt: ict(at), live },
          ...(suspectSince !== undefined && { suspectSince: ict(suspectSince) }),
        };
        const fresh: FreshFile = { name, mime: 'image/png', bytes: png };
        return accept(await shelf.keep(written(about, 'picture', { from: at, to: at }, told), [fresh]));
      },
    },
    'cameras.searchEvidence': {
      ...taker,
      quiet: true,
      parse: (raw) => SearchInput.parse(raw),
      run({ text, before = Infinity }, caller) {
        if (shelf === undefined) return refuse('evidence-closed');
        const words = fold(text).split(/\s+/);
        const all = shelf.newestFirst().filter((each) => {
          const own = shelf.wordsOf(each);
          return seenBy(caller, each) && words.every((word) => own.includes(word));
        });
        const rows = all.filter(({ at }) => at < before).slice(0, EVIDENCE_PAGE);
        const { days, budgetBytes } = shelf.bounds;
        const usedBytes = shelf.usedBytes();
        return accept({ rows: rows.map(rowOf), count: all.length, usedBytes, budgetBytes, days });
      },
    },
    'cameras.takeEvidence': {
      ...taker,
      parse: (raw) => NamedInput.parse(raw),
      run({ evidenceId }, caller) {
        if (shelf === undefined) return refuse('evidence-closed');
        const evidence = found(evidenceId, caller);
        return evidence ? accept(evidence) : refuse('evidence-unknown');
      },
    },
    'cameras.readEvidence': {
      ...taker,
      quiet: true,
      parse: (raw) => ReadInput.parse(raw),
      async run({ evidenceId, file, offset }, caller) {
        const of = found(evidenceId, caller)?.files[file];
        if (of === undefined || keeping === undefined) return refuse('evidence-unknown');
        const bytes = await keeping.files
          .read(of.sha256, offset, offset + EVIDENCE_SLICE)
          .catch(() => undefined);
        return bytes ? accept(bytes) : refuse('evidence-damaged');
      },
    },
    'cameras.verifyEvidence': {
      ...taker,
      parse: (raw) => NamedInput.parse(raw),
      async run({ evidenceId }, caller) {
        const evidence = found(evidenceId, caller);
        if (evidence === undefined) return refuse('evidence-unknown');
        const standings: FileStanding[] = [];
        for (const file of evidence.files) standings.push(await standing(file));
        return accept(standings);
      },
    },
    'cameras.noteEvidence': {
      ...taker,
      parse: (raw) => NoteInput.parse(raw),
      run({ evidenceId, note }, caller) {
        const noted = found(evidenceId, caller) && shelf?.note(evidenceId, note.trim());
        return noted ? accept(rowOf(noted)) : refuse('evidence-unknown');
      },
    },
  };

  return {
    calls,
    dismiss: exports.dismiss,
    stop: (): void => shelf?.stop(),
  };
}
