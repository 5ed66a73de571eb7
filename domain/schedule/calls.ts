import type { Outcome } from '../kernel/outcome.ts';
import type { WhyNotTaken } from '../wall/rules.ts';
import type { ArmSource, EntryHours, Schedule, Showing, Stop } from './model.ts';
import type { ArmRefusal, EntryRefusal, SceneRefusal, TourRefusal } from './rules.ts';

type OnWall = { readonly wallId: string };
type Unknown = 'wall-unknown';
type NoTour = 'no-tour';

export type ScheduleCalls = {
  /** A new tour without `tourId`. A province's tour that is changed becomes the room's. */
  readonly 'schedule.keepTour': {
    readonly input: OnWall & {
      readonly tourId?: string;
      readonly name: string;
      readonly stops: readonly Stop[];
    };
    readonly output: Outcome<{ readonly tourId: string }, TourRefusal | 'tour-unknown' | Unknown>;
  };
  /** Of a province's tour what this room made of it is given up: the province's is back, where the person may keep it so. */
  readonly 'schedule.deleteTour': {
    readonly input: OnWall & { readonly tourId: string };
    readonly output: Outcome<
      null,
      TourRefusal | 'tour-unknown' | 'tour-in-use' | 'plan-of-province' | Unknown
    >;
  };
  readonly 'schedule.startTour': {
    readonly input: OnWall & { readonly tourId: string };
    readonly output: Outcome<null, 'tour-unknown' | 'no-scene-to-show' | Unknown>;
  };
  readonly 'schedule.pauseTour': { readonly input: OnWall; readonly output: Outcome<null, NoTour | Unknown> };
  /** Goes on with the stop where it stood, for what was left of its time. */
  readonly 'schedule.resumeTour': {
    readonly input: OnWall;
    readonly output: Outcome<null, NoTour | 'no-scene-to-show' | Unknown>;
  };
  /** To the next stop or back; a paused tour stays paused. */
  readonly 'schedule.stepTour': {
    readonly input: OnWall & { readonly step: 1 | -1 };
    readonly output: Outcome<null, NoTour | 'no-scene-to-show' | Unknown>;
  };
  /** The wall keeps what it shows. */
  readonly 'schedule.stopTour': { readonly input: OnWall; readonly output: Outcome<null, NoTour | Unknown> };
  /** A new entry without `entryId`. In its hours it begins at once. */
  readonly 'schedule.keepEntry': {
    readonly input: OnWall & {
      readonly entryId?: string;
      readonly name: string;
      readonly hours: EntryHours;
      readonly showing: Showing;
      readonly on: boolean;
    };
    readonly output: Outcome<{ readonly entryId: string }, EntryRefusal | 'entry-unknown' | Unknown>;
  };
  /** Of a province's entry what this room made of it is given up: the province's is back, where the person may keep it so. */
  readonly 'schedule.deleteEntry': {
    readonly input: OnWall & { readonly entryId: string };
    readonly output: Outcome<null, EntryRefusal | 'entry-unknown' | 'plan-of-province' | Unknown>;
  };
  /** Keeps the calendar from acting, or lets it act again: then it begins what should stand now. */
  readonly 'schedule.holdCalendar': {
    readonly input: OnWall & { readonly held: boolean };
    readonly output: Outcome<null, Unknown>;
  };
  readonly 'schedule.setIdle': {
    readonly input: OnWall & Pick<Schedule['idle'], 'on' | 'afterMs' | 'sceneId'>;
    readonly output: Outcome<null, SceneRefusal | Unknown>;
  };
  /** Arms a take for a moment (epoch ms) or so long from now (ms); an older one makes room. */
  readonly 'schedule.arm': {
    readonly input: OnWall & {
      readonly source: ArmSource;
      readonly when: { readonly at: number } | { readonly inMs: number };
      readonly programRevision: number;
      readonly ifMoved: 'take' | 'ask';
    };
    readonly output: Outcome<{ readonly fireAt: number }, ArmRefusal | Unknown>;
  };
  readonly 'schedule.disarm': {
    readonly input: OnWall;
    readonly output: Outcome<null, 'nothing-armed' | Unknown>;
  };
  /** Yes to a take that asks, or now in place of later: a take of its own, with the receipts of `commandId`. */
  readonly 'schedule.takeArmed': {
    readonly input: OnWall & { readonly commandId: string };
    readonly output: Outcome<null, 'nothing-armed' | WhyNotTaken | Unknown>;
  };
};
