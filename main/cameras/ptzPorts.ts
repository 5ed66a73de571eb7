import type { Preset, Velocity } from '../../domain/cameras/ptz.ts';

/** What a device answered, or why it did not: silent within the time, or it says no. */
export type DeviceAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: 'camera-silent' | 'camera-denies' };

/** Where a device listens: its ONVIF address, and who asks. */
export type DeviceAddress = {
  readonly url: string;
  readonly credentials?: { readonly user: string; readonly password: string };
};

/** A camera that can be turned. Nothing here throws or waits without end. */
export type PtzDevice = {
  /** Turns until told otherwise; the camera itself stops after `forMs`. */
  move(velocity: Velocity, forMs: number): Promise<DeviceAnswer<null>>;
  stop(): Promise<DeviceAnswer<null>>;
  moveTo(position: Velocity): Promise<DeviceAnswer<null>>;
  presets(): Promise<DeviceAnswer<readonly Preset[]>>;
  goToPreset(token: string): Promise<DeviceAnswer<null>>;
  setPreset(name: string): Promise<DeviceAnswer<null>>;
};

/** One of a device's streams. */
export type DeviceProfile = {
  readonly token: string;
  readonly name: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly encoding: string;
  readonly streamUri: string;
};

/** What a device says of itself. */
export type DeviceAccount = {
  readonly maker: string;
  readonly model: string;
  readonly profiles: readonly DeviceProfile[];
  readonly ptz: boolean;
  readonly snapshotUri?: string;
};

/** A device that answered a probe of the network. */
export type FoundDevice = { readonly url: string; readonly name: string; readonly model: string };

/** ONVIF, from the core's side. */
export type Onvif = {
  device(address: DeviceAddress): PtzDevice;
  /** What a device offers. */
  account(address: DeviceAddress): Promise<DeviceAnswer<DeviceAccount>>;
  /** Asks the network, and these hosts one by one; `onFound` at each new answer. Ends after its time, or when called off. */
  probe(onFound: (device: FoundDevice) => void, signal: AbortSignal, hosts: readonly string[]): Promise<void>;
};
