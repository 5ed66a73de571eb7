import { expect, it } from 'vitest';
import { mediaRoom } from './mediaRoom.ts';

it('a ticket of a core that is gone is told apart from a source that is away, also across origins', async () => {
  const media = mediaRoom();
  media.set('t', 'http://127.0.0.1:9/live/a.m3u8');
  const ask = () => media.serve('t/index.m3u8', new Request('http://media/t/index.m3u8'));
  expect((await ask())?.status).toBe(502);

  media.clear();
  const gone = await ask();

  expect(gone?.status).toBe(410);
  expect(gone?.headers.get('access-control-allow-origin')).toBe('*');
});
