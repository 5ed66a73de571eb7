import { describe, expect, it } from 'vitest';
import { descendants, endChild, exitOf, spawnWithParent } from './children.ts';

const firstLine = (stream: NodeJS.ReadableStream | null): Promise<string> =>
  new Promise((resolve) => stream?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())));

const isAlive = (pid: number): boolean => descendants(process.pid).includes(pid);

describe('endChild', () => {
  it('ends what the child has started, too', async () => {
    const child = spawnWithParent({ command: 'sh', args: ['-c', 'sleep 600 & echo $!; wait'] });
    const grandchild = Number(await firstLine(child.stdout));
    expect(isAlive(grandchild)).toBe(true);

    await endChild(child);

    expect(isAlive(grandchild)).toBe(false);
  });

  it('does not wait for ever for one that will not listen', async () => {
    const child = spawnWithParent({
      command: 'sh',
      args: ['-c', "trap '' TERM; echo ready; while :; do sleep 1; done"],
    });
    await firstLine(child.stdout);

    await endChild(child, 200);

    expect((await exitOf(child)).signal).toBe('SIGKILL');
  });
});
