import { Hash, PencilRuler, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { Wall } from '../../domain/wall/model.ts';
import type { SeatedHead } from '../../domain/wall/roomModel.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { DoubtCard } from './DoubtCard.tsx';
import { RoomEditor } from './RoomEditor.tsx';
import { RoomFiles } from './RoomFiles.tsx';
import { lookOf, RoomPicture } from './RoomPicture.tsx';
import { identify, resetRoom, useRoomStore } from './roomStore.ts';
import './roomDesk.css';

/** How a screen is known, in words; nothing is claimed that is not so. */
function Screen({ head, size }: { readonly head: SeatedHead | undefined; readonly size: string }) {
  const text = useText().room;
  if (head === undefined) return <span className="serious">{text.lost}</span>;
  return (
    <span className="quiet">
      {[head.name, head.connector, size].filter((word) => word !== '').join(' · ')}
      <br />
      {text.known[head.known]}
    </span>
  );
}

function Panels({
  wall,
  chosenId,
  onChoose,
}: {
  readonly wall: Wall;
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const text = useText().room;
  const { room, heads, canvas } = wall;
  return (
    <ul className="room-list" aria-label={text.panels}>
      {[...room.panels]
        .sort((a, b) => a.order - b.order)
        .map((panel) => {
          const display = canvas.displays.find(({ id }) => id === panel.id) ?? panel;
          const head = heads.find(({ place }) => place === panel.id);
          const scale = head?.scale ?? 1;
          const px = `${Math.round(display.widthPx * scale)}×${Math.round(display.heightPx * scale)}`;
          return (
            <li key={panel.id}>
              <button type="button" aria-pressed={panel.id === chosenId} onClick={() => onChoose(panel.id)}>
                <strong>{text.display(panel.order)}</strong>
                {room.virtual ? <span className="quiet">{px}</span> : <Screen head={head} size={px} />}
              </button>
            </li>
          );
        })}
    </ul>
  );
}

function Overview({ wall, onEdit }: { readonly wall: Wall; readonly onEdit: () => void }) {
  const text = useText().room;
  const { room, heads } = wall;
  const [chosenId, choose] = useState<string | null>(null);
  const [resetting, setResetting] = useState(false);
  const doubts = heads.filter(({ doubt }) => doubt !== null);
  const lit = room.panels.filter((panel) => lookOf(panel, heads, room.virtual) !== 'dark').length;
  const desk = heads.find(({ place }) => place === 'console');
  return (
    <>
      <p>
        {text.summary(room.panels.length, lit)} {text.seats(room.seatDistanceMm / 1_000)}
      </p>
      {doubts.map((head) => (
        <DoubtCard key={`${head.id} ${head.place ?? ''}`} wallId={wall.id} room={room} head={head} />
      ))}
      <RoomPicture
        panels={room.panels}
        chosenId={chosenId}
        look={(panel) => lookOf(panel, heads, room.virtual)}
        onChoose={choose}
      />
      <Panels wall={wall} chosenId={chosenId} onChoose={choose} />
      {!room.virtual && (
        <p className="quiet">
          {desk
            ? text.consoleOn([desk.name, desk.connector].filter((word) => word !== '').join(' · '))
            : text.consoleGuest}
        </p>
      )}
      <div className="room-commands">
        <Button icon={PencilRuler} onClick={onEdit}>
          {text.edit}
        </Button>
        <Button icon={RotateCcw} onClick={() => setResetting(true)}>
          {text.reset}
        </Button>
      </div>
      {resetting && (
        <section className="room-doubt" aria-label={text.reset}>
          <p>{text.resetQuestion}</p>
          <div className="room-commands">
            <Button look="primary" onClick={() => void resetRoom(wall.id).then(() => setResetting(false))}>
              {text.resetYes}
            </Button>
            <Button look="quiet" onClick={() => setResetting(false)}>
              {text.cancel}
            </Button>
          </div>
        </section>
      )}
      <RoomFiles wallId={wall.id} />
    </>
  );
}

/** The room itself: its panels, who hangs where, its design and its file. */
export function RoomDesk({ wall, blocked }: { readonly wall: Wall; readonly blocked: string | null }) {
  const words = useText();
  const text = words.room;
  const refusal = useRoomStore((state) => state.refusal);
  const [editing, setEditing] = useState(false);
  return (
    <section className="desk room-desk" aria-label={text.title}>
      <header>
        <h2>{text.title}</h2>
        <Button icon={Hash} keys="I" disabled={blocked !== null} onClick={() => void identify(wall.id)}>
          {text.identify}
        </Button>
      </header>
      {blocked !== null && <p className="quiet">{blocked}</p>}
      {refusal !== null && <p role="alert">{words.refusals[refusal]}</p>}
      <div className="room-scroll">
        {editing ? (
          <RoomEditor wallId={wall.id} room={wall.room} onDone={() => setEditing(false)} />
        ) : (
          <Overview wall={wall} onEdit={() => setEditing(true)} />
        )}
      </div>
    </section>
  );
}
