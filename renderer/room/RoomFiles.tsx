import { Download, Upload } from 'lucide-react';
import type { RoomFileChanges, RoomFileProblem } from '../../domain/wall/roomCalls.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { dropRoomFile, exportRoom, importRoom, readRoomFile, useRoomStore } from './roomStore.ts';

function Changes({ changes }: { readonly changes: RoomFileChanges }) {
  const { room: text, refusals } = useText();
  const { added, changed, removed, seatDistanceMm, newScenes, replacedScenes, leftOut } = changes;
  const lines = [
    added.length > 0 && text.file.added(added.join(', ')),
    changed.length > 0 && text.file.changed(changed.join(', ')),
    removed.length > 0 && text.file.removed(removed.join(', ')),
    seatDistanceMm && text.file.seatDistance(seatDistanceMm.from / 1_000, seatDistanceMm.to / 1_000),
    newScenes.length > 0 && text.file.newScenes(newScenes.join(', ')),
    replacedScenes.length > 0 && text.file.replacedScenes(replacedScenes.join(', ')),
    ...leftOut.map(({ name, reason }) => text.file.leftOut(name, refusals[reason])),
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0) return <p>{text.file.nothing}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Problems({ problems }: { readonly problems: readonly RoomFileProblem[] }) {
  const words = useText();
  const { reasons } = words.room.file;
  const sentence = ({ reason, expected }: RoomFileProblem): string => {
    switch (reason) {
      case 'wrong-field':
        return reasons.wrongField(expected ?? '');
      case 'newer-version':
        return reasons.newerVersion;
      case 'no-json':
        return reasons.noJson;
      case 'other-file':
        return reasons.otherFile;
      default:
        return words.refusals[reason];
    }
  };
  return (
    <ul role="alert">
      {problems.map((problem) => (
        <li key={`${problem.path} ${problem.reason}`}>
          <code>{problem.path}</code>: {sentence(problem)}
        </li>
      ))}
    </ul>
  );
}

/** A file that was chosen: what is wrong with it, or what it would change; only then it is imported. */
function ChosenFile({ wallId }: { readonly wallId: string }) {
  const text = useText().room;
  const file = useRoomStore((state) => state.file);
  if (file === null) return null;
  const { read } = file;
  return (
    <section className="room-file" aria-label={text.file.chosen(file.name)}>
      <h3>{text.file.chosen(file.name)}</h3>
      {read.sound ? <Changes changes={read.changes} /> : <Problems problems={read.problems} />}
      <div className="room-commands">
        {read.sound && (
          <Button look="primary" onClick={() => void importRoom(wallId, file.text)}>
            {text.file.apply}
          </Button>
        )}
        <Button look="quiet" onClick={dropRoomFile}>
          {text.file.drop}
        </Button>
      </div>
    </section>
  );
}

/** Room and scenes as one file, out and in. The page reads the chosen file itself: no path ever reaches the product. */
export function RoomFiles({ wallId }: { readonly wallId: string }) {
  const text = useText().room;
  return (
    <>
      <div className="room-commands">
        <Button icon={Download} onClick={() => void exportRoom(wallId)}>
          {text.file.export}
        </Button>
        <FileButton
          icon={Upload}
          label={text.file.import}
          accept="application/json,.json"
          onFiles={([file]) => file && void readRoomFile(wallId, file)}
        />
      </div>
      <ChosenFile wallId={wallId} />
    </>
  );
}
