import type { AccessCalls } from '../access/calls.ts';
import type { AuditCalls } from '../audit/calls.ts';
import type { MachineAct } from '../audit/model.ts';
import type { CamerasCalls } from '../cameras/calls.ts';
import type { CheckCalls } from '../cameras/checkCalls.ts';
import type { EditCalls } from '../cameras/editCalls.ts';
import type { SearchCalls } from '../cameras/searchCalls.ts';
import type { RegistryCalls } from '../cameras/registryCalls.ts';
import type { EventCalls } from '../cameras/eventCalls.ts';
import type { PtzCalls } from '../cameras/ptzCalls.ts';
import type { EvidenceCalls } from '../cameras/evidenceCalls.ts';
import type { ReplayCalls } from '../cameras/replayCalls.ts';
import type { DocumentsCalls } from '../documents/calls.ts';
import type { IncidentsCalls } from '../incidents/calls.ts';
import type { IndicatorsCalls } from '../indicators/calls.ts';
import type { Outcome, Refused } from '../kernel/outcome.ts';
import type { ScheduleCalls } from '../schedule/calls.ts';
import type { HoldCalls } from '../wall/holdCalls.ts';
import type { LookCalls } from '../wall/lookCalls.ts';
import type { UsageCalls } from '../usage/calls.ts';
import type { WallCalls } from '../wall/calls.ts';
import type { ControlRefusal } from '../wall/control.ts';
import type { WebCalls } from '../web/calls.ts';
import type { PageFailure } from './pageFailure.ts';

export type WorldCalls = {
  /** Which readings this window needs from now on: the indicators its tiles show and the cameras' health. */
  readonly 'world.watch': {
    readonly input: { readonly keys: readonly string[] };
    readonly output: Outcome<null, never>;
  };
  /** The window's replica lost the thread: send the whole snapshot again. */
  readonly 'world.reopen': {
    readonly input: Readonly<Record<string, never>>;
    readonly output: Outcome<null, never>;
  };
  /** Something failed in the window's page. */
  readonly 'world.failed': {
    readonly input: PageFailure;
    readonly output: Outcome<null, never>;
  };
};

/** Everything a window may ask the core. */
export type Calls = AccessCalls &
  AuditCalls &
  CamerasCalls &
  RegistryCalls &
  EditCalls &
  SearchCalls &
  PtzCalls &
  ReplayCalls &
  EvidenceCalls &
  EventCalls &
  CheckCalls &
  DocumentsCalls &
  IncidentsCalls &
  IndicatorsCalls &
  ScheduleCalls &
  UsageCalls &
  WallCalls &
  HoldCalls &
  LookCalls &
  WebCalls &
  WorldCalls;
export type CallName = keyof Calls;

/** Everything that the log of what was done may name: every call, for a refused one is written down too, and what machines do. */
export type ActName = CallName | MachineAct;

/**
 * How a remote console's command ended on its way. `not-delivered`: the wall never got it and never will; `unanswered`:
 * the wall got it, and its word is missing; `no-word`: the line broke meanwhile, and nobody knows how far it came.
 */
export type WayRefusal =
  'backend-away' | 'not-delivered' | 'unanswered' | 'no-word' | 'too-many' | 'too-large';

/**
 * `core-away`: the core is being restarted; ask again when the window is live. `only-at-wall`: not from afar.
 * `camera-restricted`: it is about a camera that whoever asks may not see.
 */
export type GateRefusal =
  | 'input-invalid'
  | 'not-allowed'
  | 'failed'
  | 'core-away'
  | 'only-at-wall'
  | 'camera-restricted'
  | ControlRefusal
  | WayRefusal;
export type Answer<Name extends CallName> = Calls[Name]['output'] | Refused<GateRefusal>;

/** Every reason a person may have to read: each dictionary holds a sentence for all of them. */
export type Refusal = Extract<Answer<CallName>, { ok: false }>['reason'];

/** The whole bridge between a window and the product. */
export type IocBridge = {
  call<Name extends CallName>(name: Name, input: Calls[Name]['input']): Promise<Answer<Name>>;
  /**
   * Each event is the JSON text of a `PortEvent`: a text crosses the bridge at once, an object would be copied field by
   * field, thousands a second. Returns the function that stops listening; a listener cannot be removed by reference
   * across the bridge.
   */
  onEvents(listener: (event: string) => void): () => void;
};
