import type { Fact } from '../domain/contract/wire.ts';
import type { Change } from '../domain/contract/world.ts';
import { readCameraParts } from '../domain/cameras/replica.ts';
import type { CameraPart } from '../domain/cameras/wire.ts';
import type { PlanPart } from '../domain/schedule/wire.ts';
import type { WallPart } from '../domain/wall/wire.ts';
import type { CameraReceivers } from './cameras/events.ts';
import { incidentReceivers as incidents } from './incidents/service.ts';
import type { createIndicatorsService } from './indicators/service.ts';
import type { Receivers } from './kernel/intake.ts';
import type { AnswerReceivers } from './kernel/outbox.ts';

type WallFact = Extract<Fact, { type: 'wall.partSet' }>;
type Indicators = Pick<
  ReturnType<typeof createIndicatorsService>,
  'receivePublished' | 'receiveReading' | 'reset'
>;

type Part = WallPart | PlanPart | CameraPart;

function isPlan(part: Part): part is PlanPart {
  return part.kind === 'plans' || part.kind === 'tour' || part.kind === 'entry';
}

function isOfCameras(part: Part): part is CameraPart {
  return part.kind === 'ptz' || part.kind === 'camera-events';
}

/** What the cameras of the room do whose wall is followed. */
function cameraNews(parts: readonly CameraPart[], whole: boolean): readonly Change[] {
  const { hands, told } = readCameraParts(parts);
  const inHands = whole || Object.keys(hands).length > 0;
  return [
    ...(inHands ? [{ type: 'ptz.replicaSet', hands, whole } as const] : []),
    ...(told ? [{ type: 'cameras.eventsReset', events: told.events } as const] : []),
    ...(told?.days ? [{ type: 'cameras.retentionSet', days: told.days } as const] : []),
  ];
}

/** Which room takes what from the wire. `followed`: the wall that another machine drives, if this is a console of one. */
export function receiversFor(
  { indicators, cameras }: { readonly indicators: Indicators; readonly cameras: CameraReceivers },
  followed: string | undefined,
): Receivers {
  const replica = (facts: readonly WallFact[], whole: boolean): readonly Change[] => {
    const parts: readonly Part[] = facts.flatMap(({ wallId, part }) => (wallId === followed ? [part] : []));
    if (parts.length === 0 || followed === undefined) return [];
    const plans = parts.filter(isPlan);
    const ofWall = parts.filter((part) => !isPlan(part) && !isOfCameras(part));
    const wallId = followed;
    const wallNews = { type: 'wall.replicaSet', wallId, parts: ofWall, whole } as const;
    const planNews = { type: 'schedule.replicaSet', wallId, parts: plans, whole } as const;
    return [
      ...(ofWall.length > 0 ? [wallNews] : []),
      ...(plans.length > 0 || whole ? [planNews] : []),
      ...cameraNews(parts.filter(isOfCameras), whole),
    ];
  };
  return {
    facts: {
      'incidents.raised': ({ incident }) => incidents.raised(incident),
      'incidents.acknowledged': (fact) => incidents.acknowledged(fact),
      'indicators.published': ({ figure }) => indicators.receivePublished(figure),
      'cameras.eventSeen': ({ event }, telling) => cameras.seen(event, telling),
      'wall.partSet': (fact) => replica([fact], false),
    },
    readings: {
      'indicators.reading': (body, times) => indicators.receiveReading(body, times),
      'cameras.lightReading': (body, times) => cameras.light(body, times),
    },
    resets: {
      incidents: (facts) =>
        incidents.reset(
          facts.flatMap((fact) =>
            fact.type === 'incidents.raised' || fact.type === 'incidents.acknowledged' ? [fact] : [],
          ),
        ),
      indicators: (facts) =>
        indicators.reset(
          facts.flatMap((fact) => (fact.type === 'indicators.published' ? [fact.figure] : [])),
        ),
      cameras: (facts) =>
        cameras.reset(facts.flatMap((fact) => (fact.type === 'cameras.eventSeen' ? [fact.event] : []))),
      wall: (facts) =>
        replica(
          facts.flatMap((fact) => (fact.type === 'wall.partSet' ? [fact] : [])),
          true,
        ),
    },
  };
}

/** Which room hears the province's answer to an order. */
export const answerReceivers: AnswerReceivers = {
  'incidents.acknowledge': (order, answer, number) => incidents.answered(order, answer, number),
};
