import { LAMP_R, LAMPS_Y, LIGHT_CASE, lightSigns, type LightLook } from './lightSigns.ts';

/** A set of traffic lights in the legend, as the map draws it. A word beside it says what it shows. */
export function LightSignMark({ look }: { readonly look: LightLook }) {
  const { lamp, colour, stroke } = lightSigns[look];
  return (
    <svg className="map-light" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={LIGHT_CASE} strokeDasharray={look === 'unknown' ? '3 2.6' : undefined} />
      {LAMPS_Y.map((y, index) => (
        <circle key={y} className={index === lamp ? `lamp-${colour}` : ''} cx="12" cy={y} r={LAMP_R} />
      ))}
      {stroke !== '' && <path d={stroke} />}
    </svg>
  );
}
