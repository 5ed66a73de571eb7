import { useState } from 'react';
import type { Room, SeatedHead } from '../../domain/wall/roomModel.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { headName } from './headName.ts';
import { RoomPicture } from './RoomPicture.tsx';
import { identify, seatHead } from './roomStore.ts';

const CONSOLE = 'console';

/** Asks where a screen hangs that nobody can be sure of; the answer is remembered. */
export function DoubtCard(props: {
  readonly wallId: string;
  readonly room: Room;
  readonly head: SeatedHead;
}) {
  const { wallId, room, head } = props;
  const { room: text } = useText();
  const [chosen, choose] = useState(head.place);
  if (head.doubt === null) return null;
  const name = headName(head);
  const places = [...room.panels].sort((a, b) => a.order - b.order);
  return (
    <section className="room-doubt" aria-label={text.doubtTitle(name)}>
      <h3>{text.doubtTitle(name)}</h3>
      <p>{text.doubts[head.doubt]}</p>
      <RoomPicture
        panels={room.panels}
        chosenId={chosen}
        look={(panel) => (panel.id === head.place ? 'doubtful' : 'lit')}
        onChoose={choose}
      />
      <div className="room-numbers" role="group" aria-label={text.whereIsIt}>
        {places.map(({ id, order }) => (
          <button key={id} type="button" aria-pressed={chosen === id} onClick={() => choose(id)}>
            {text.display(order)}
          </button>
        ))}
        <button type="button" aria-pressed={chosen === CONSOLE} onClick={() => choose(CONSOLE)}>
          {text.console}
        </button>
      </div>
      <div className="room-commands">
        <Button
          look="primary"
          disabled={chosen === null}
          onClick={() => chosen !== null && void seatHead(wallId, head.id, chosen)}
        >
          {text.thisIsIt}
        </Button>
        <Button onClick={() => void identify(wallId)}>{text.flash}</Button>
      </div>
    </section>
  );
}
