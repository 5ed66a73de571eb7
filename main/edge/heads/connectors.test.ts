import { describe, expect, it } from 'vitest';
import { createConnectorReader } from './connectors.ts';

const known = [{ connector: 'HDMI-1', edid: Buffer.from('left'), xPx: 0, yPx: 0 }];
const fromKernel = () => Promise.resolve([{ connector: 'HDMI-A-1', edid: Buffer.from('left') }]);

/** A window system that answers each question as it is told. */
function aServer(answers: (() => Promise<typeof known>)[]) {
  const fromServer = () => answers.shift()?.() ?? Promise.resolve(known);
  return createConnectorReader({ served: true, fromServer, fromKernel });
}

const inTime = () => Promise.resolve(known);
const tooLate = () => Promise.reject(Object.assign(new Error('killed'), { killed: true }));
const missing = () => Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }));

describe.runIf(process.platform === 'linux')('who the screens are', () => {
  it('does not change because a busy machine answers late: what was known stands, and is asked for again', async () => {
    const read = aServer([inTime, tooLate, inTime]);

    expect(await read()).toEqual({ connectors: known, sure: true });
    expect(await read()).toEqual({ connectors: known, sure: false });
    expect(await read()).toEqual({ connectors: known, sure: true });
  });

  it('is asked of the kernel where nothing was known yet, and then of the window system again', async () => {
    const read = aServer([tooLate]);
    expect(await read()).toEqual({ connectors: await fromKernel(), sure: false });
    expect(await read()).toEqual({ connectors: known, sure: true });
  });

  it('is told by the kernel for good where the window system has no such program', async () => {
    expect(await aServer([missing])()).toEqual({ connectors: await fromKernel(), sure: true });
  });
});
