import type { PictureWord, TileWord } from '../../domain/cameras/packets.ts';
import { leavePort, sayTaken, type Line, type LineEvents } from './line.ts';
import { createPainter, type Screen } from './screen.ts';

/** Paints whole pictures that come on a tile's port one by one; one that cannot be read is left out. */
export function openPictureLine(port: MessagePort, screen: Screen, events: LineEvents): Line {
  const paint = createPainter(screen);
  let over = false;

  async function show({ data, number }: PictureWord): Promise<void> {
    try {
      const picture = await createImageBitmap(new Blob([data.slice()], { type: 'image/jpeg' }));
      if (!over) paint(picture, picture.width, picture.height);
      picture.close();
    } finally {
      if (!over) sayTaken(port, number);
    }
  }

  port.onmessage = ({ data: word }: MessageEvent<TileWord>) => {
    if (word.type === 'state') events.said(word);
    else if (word.type === 'picture') void show(word).catch(() => undefined);
  };
  port.addEventListener('close', events.lost);
  return {
    hear: () => undefined,
    shed: () => undefined,
    close() {
      over = true;
      leavePort(port, events.lost);
    },
  };
}
