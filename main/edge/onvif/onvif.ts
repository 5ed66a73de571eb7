import type { Onvif } from '../../cameras/ptzPorts.ts';
import { createRefusals, type Refusals } from '../media/refusals.ts';
import { accountOf, openDevice } from './device.ts';
import { probe } from './discovery.ts';

/** ONVIF over the `onvif` library. All that is asked of one device counts together: it locks out who is refused often. */
export function openOnvif(refusals: Refusals = createRefusals(() => performance.now())): Onvif {
  return {
    device: (address) => openDevice(address, refusals),
    account: (address) => accountOf(address, refusals),
    probe: (onFound, signal, hosts) => probe(onFound, signal, { hosts }),
  };
}
