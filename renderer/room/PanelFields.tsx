import type { RoomPanel } from '../../domain/wall/roomModel.ts';
import { useText } from '../text/language.ts';
import { Field } from '../ui/Field.tsx';
import { turned } from './design.ts';

const rotations = [0, 90, 180, 270] as const;
const priorities = [1, 2, 3] as const;

/** One number of a panel; a field that is being emptied says nothing yet. */
function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}) {
  const { label, value, step = 1, onChange } = props;
  return (
    <Field
      label={label}
      type="number"
      step={step}
      value={Number.isFinite(value) ? value : ''}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  );
}

function Choice<Value extends number>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly word: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}) {
  const { label, value, options, word, onChange } = props;
  return (
    <label className="room-choice">
      {label}
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => String(option) === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {word(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Everything that people lay down about one panel. */
export function PanelFields(props: {
  readonly panel: RoomPanel;
  readonly onChange: (panel: RoomPanel) => void;
}) {
  const { panel, onChange } = props;
  const { room: text } = useText();
  const { area } = panel;
  const place = (change: Partial<RoomPanel['area']>): void =>
    onChange({ ...panel, area: { ...area, ...change } });
  return (
    <fieldset className="room-fields">
      <legend>{text.display(panel.order)}</legend>
      <NumberField
        label={text.order}
        value={panel.order}
        onChange={(order) => onChange({ ...panel, order })}
      />
      <NumberField
        label={text.bezel}
        value={panel.bezelMm}
        step={0.1}
        onChange={(bezelMm) => onChange({ ...panel, bezelMm })}
      />
      <NumberField label={text.x} value={area.xMm} step={0.5} onChange={(xMm) => place({ xMm })} />
      <NumberField label={text.y} value={area.yMm} step={0.5} onChange={(yMm) => place({ yMm })} />
      <NumberField
        label={text.widthMm}
        value={area.widthMm}
        step={0.5}
        onChange={(widthMm) => place({ widthMm })}
      />
      <NumberField
        label={text.heightMm}
        value={area.heightMm}
        step={0.5}
        onChange={(heightMm) => place({ heightMm })}
      />
      <NumberField
        label={text.widthPx}
        value={panel.widthPx}
        onChange={(widthPx) => onChange({ ...panel, widthPx })}
      />
      <NumberField
        label={text.heightPx}
        value={panel.heightPx}
        onChange={(heightPx) => onChange({ ...panel, heightPx })}
      />
      <Choice
        label={text.rotation}
        value={panel.rotation}
        options={rotations}
        word={(rotation) => `${rotation}°`}
        onChange={(rotation) => onChange(turned(panel, rotation))}
      />
      <Choice
        label={text.priority}
        value={panel.priority ?? 2}
        options={priorities}
        word={(priority) => text.priorities[priority]}
        onChange={(priority) => onChange({ ...panel, priority })}
      />
    </fieldset>
  );
}
