import type { Onvif } from '../../cameras/ptzPorts.ts';
import { accountOf, openDevice } from './device.ts';
import { probe } from './discovery.ts';

/** ONVIF over the `onvif` library. */
export const onvif: Onvif = {
  device: (address) => openDevice(address),
  account: accountOf,
  probe: (onFound, signal, hosts) => probe(onFound, signal, { hosts }),
};
