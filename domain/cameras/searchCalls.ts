import type { Outcome } from '../kernel/outcome.ts';

/** How far one device is: heard of, being asked, read, or why it was not read. `astray`: its streams lead to another machine. */
export type FoundState =
  'heard' | 'waits' | 'read' | 'camera-silent' | 'camera-denies' | 'no-stream' | 'astray';

/** A device that answered on the network. */
export type FoundCamera = {
  /** Where it takes questions: its ONVIF address. */
  readonly url: string;
  readonly name: string;
  /** Empty as far as it does not say so. */
  readonly maker: string;
  readonly model: string;
  /** The camera of the registry that it is already. */
  readonly cameraId?: string;
  readonly state: FoundState;
};

export type SearchReport = {
  readonly stage: 'searching' | 'reading' | 'done';
  readonly found: readonly FoundCamera[];
  /** Devices of the chosen ones that answered or gave up, and all chosen ones. */
  readonly done: number;
  readonly total: number;
  /** What was read, as a list that can be looked at and taken in. */
  readonly importId?: string;
};

/** What whoever chose them says of all the chosen devices. */
export type TakeFound = {
  readonly urls: readonly string[];
  readonly user: string;
  readonly password: string;
  /** Code of the unit that they go to until somebody says better. */
  readonly unit: string;
  readonly group: string;
};

export type SearchCalls = {
  /** Asks the network, and these hosts one by one, for cameras that speak ONVIF. */
  readonly 'cameras.startSearch': {
    readonly input: { readonly addresses: string };
    readonly output: Outcome<null, 'search-running' | 'addresses-wrong'>;
  };
  /** The last search of this window, or null. */
  readonly 'cameras.readSearch': {
    readonly input: Readonly<Record<string, never>>;
    readonly output: Outcome<SearchReport | null, never>;
  };
  /** Whatever was found stays. */
  readonly 'cameras.stopSearch': {
    readonly input: Readonly<Record<string, never>>;
    readonly output: Outcome<null, never>;
  };
  /** Reads the streams of the chosen devices, into a list as if from a file. */
  readonly 'cameras.takeFound': {
    readonly input: TakeFound;
    readonly output: Outcome<null, 'search-running' | 'search-unknown'>;
  };
};
