import { Check, Plus, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { RoomDesign } from '../../domain/wall/roomCalls.ts';
import type { Room } from '../../domain/wall/roomModel.ts';
import { roomFault } from '../../domain/wall/roomRules.ts';
import { useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { withChanged, withoutPanel, withPanel } from './design.ts';
import { PanelFields } from './PanelFields.tsx';
import { RoomPicture } from './RoomPicture.tsx';
import { designRoom } from './roomStore.ts';

/** The room on the drawing board: nothing of it is true before it is applied. */
export function RoomEditor(props: {
  readonly wallId: string;
  readonly room: Room;
  readonly onDone: () => void;
}) {
  const { wallId, room, onDone } = props;
  const words = useText();
  const text = words.room;
  const [design, setDesign] = useState<RoomDesign>(() => ({
    panels: room.panels,
    seatDistanceMm: room.seatDistanceMm,
    virtual: room.virtual,
  }));
  const [chosenId, choose] = useState(design.panels[0]?.id ?? null);
  const chosen = design.panels.find(({ id }) => id === chosenId) ?? design.panels[0];
  const fault = roomFault(design);
  const faulty = fault?.at === undefined ? undefined : design.panels[fault.at];
  function add(): void {
    const next = withPanel(design);
    setDesign(next);
    choose(next.panels.at(-1)?.id ?? null);
  }
  const apply = async (): Promise<void> => {
    if (await designRoom({ wallId, ...design })) onDone();
  };
  return (
    <section className="room-editor" aria-label={text.edit}>
      <RoomPicture
        panels={design.panels}
        chosenId={chosen?.id ?? null}
        look={(panel) => (panel === faulty ? 'doubtful' : 'lit')}
        onChoose={choose}
      />
      <ul className="room-numbers" aria-label={text.panels}>
        {design.panels.map((panel) => (
          <li key={panel.id}>
            <button type="button" aria-pressed={panel === chosen} onClick={() => choose(panel.id)}>
              {text.display(panel.order)}
            </button>
          </li>
        ))}
      </ul>
      <div className="room-commands">
        <Button icon={Plus} onClick={add}>
          {text.add}
        </Button>
        {chosen && (
          <Button icon={Trash2} onClick={() => setDesign(withoutPanel(design, chosen.id))}>
            {text.remove(chosen.order)}
          </Button>
        )}
      </div>
      {chosen && <PanelFields panel={chosen} onChange={(panel) => setDesign(withChanged(design, panel))} />}
      <Field
        label={text.seatDistance}
        type="number"
        step={100}
        value={Number.isFinite(design.seatDistanceMm) ? design.seatDistanceMm : ''}
        onChange={(event) => setDesign({ ...design, seatDistanceMm: event.target.valueAsNumber })}
      />
      <label className="room-check">
        <input
          type="checkbox"
          checked={design.virtual}
          onChange={(event) => setDesign({ ...design, virtual: event.target.checked })}
        />
        {text.virtual}
      </label>
      {design.virtual && !room.virtual && <p className="quiet">{text.virtualWarning}</p>}
      {fault && (
        <p role="alert">
          {faulty && `${text.display(faulty.order)}: `}
          {words.refusals[fault.reason]}
        </p>
      )}
      <div className="room-commands">
        <Button look="primary" icon={Check} disabled={fault !== undefined} onClick={() => void apply()}>
          {text.apply}
        </Button>
        <Button look="quiet" icon={X} onClick={onDone}>
          {text.cancel}
        </Button>
      </div>
    </section>
  );
}
