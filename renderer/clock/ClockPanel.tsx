import { RefreshCw, Wifi, WifiOff, type LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import { isOpen } from '../../domain/incidents/rules.ts';
import { vietnamClock, vietnamClockSeconds, vietnamDate, vietnamWeekday } from '../../domain/kernel/time.ts';
import type { PanelProps } from '../panels/definition.ts';
import { useNow } from '../replica/clock.ts';
import { useReplica, useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import { useMeasure } from '../ui/measure.ts';
import { TileFace } from '../ui/TileFace.tsx';
import { clockLayout, isStrip } from './clockLayout.ts';
import { ClockStrip } from './ClockStrip.tsx';
import { linkWords, type LinkWords } from './linkWords.ts';
import './clock.css';

function linkIcon({ live }: LinkWords, connecting: boolean): LucideIcon {
  if (live) return Wifi;
  return connecting ? RefreshCw : WifiOff;
}

/** How many incidents are open, and how many of them nobody has acknowledged. */
function useCounts(): { readonly open: number; readonly unseen: number } {
  const open = useWorld((world) => Object.values(world.incidents.byId).filter(isOpen).length);
  const unseen = useWorld(
    ({ incidents }) =>
      Object.values(incidents.byId).filter(
        (incident) =>
          isOpen(incident) &&
          !incident.acknowledgement &&
          incidents.local[incident.id]?.outcome !== 'waiting',
      ).length,
  );
  return { open, unseen };
}

/** The room's own time in Viet Nam, its name, and how it stands with the province. */
export default function ClockPanel({ spec, place, onReady }: PanelProps<'clock'>) {
  const words = useText();
  const language = useLanguage();
  const measure = useMeasure();
  const now = useNow();
  const linkState = useReplica((state) => state.link);
  const coreLostAt = useReplica((state) => state.coreLostAt);
  const province = useWorld((world) => world.province);
  const { open, unseen } = useCounts();
  useEffect(onReady, [onReady]);
  const state = linkWords({ link: linkState, coreLostAt }, now, words);
  const icon = linkIcon(state, linkState.state === 'connecting' && coreLostAt === null);
  const clock = spec.seconds ? vietnamClockSeconds(now) : vietnamClock(now);
  const weekday = words.clock.weekdays[vietnamWeekday(now)] ?? '';
  const said = {
    clock,
    lines: [
      [words.clock.date(weekday, vietnamDate(now)), vietnamDate(now)],
      [
        words.desk.counts(open, unseen),
        ...(unseen > 0
          ? [words.incidentList.unseenIncidents(unseen), words.incidentList.unseen(unseen)]
          : [words.incidentList.open(open)]),
      ],
    ],
  };
  const link =
    state.heard === null ? [state.word] : [`${state.word} – ${state.heard}`, state.heard, state.word];
  if (isStrip(place)) {
    const strip = { ...said, label: words.clock.label(clock), link, linkIcon: icon };
    return <ClockStrip said={strip} place={place} measure={measure} />;
  }
  return (
    <TileFace
      place={place}
      titles={province ? [province.centre[language], province.name[language]] : [words.panels.clock]}
      mark={state.live ? undefined : { icon, word: state.word, tone: 'attention' }}
      ages={link}
      ageIcon={icon}
    >
      {(body) => {
        const linesPx = body.layout.titlePx;
        const layout = clockLayout({ ...body, floorPx: place.floorPx }, { ...said, linesPx }, measure);
        return (
          <div className="clock" style={{ fontSize: linesPx }}>
            <time
              className="clock-time"
              style={{ fontSize: layout.clockPx }}
              aria-label={words.clock.label(clock)}
            >
              {clock}
            </time>
            {layout.lines.map((line) => (
              <p key={line} className="clock-line">
                {line}
              </p>
            ))}
          </div>
        );
      }}
    </TileFace>
  );
}
