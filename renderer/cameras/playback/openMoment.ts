import { TAKEN_EVERY, type TileWord } from '../../../domain/cameras/packets.ts';
import { STANDING_BACKLOG } from '../backlog.ts';
import { sayTaken } from '../line.ts';
import { createMeter } from '../meter.ts';
import { createPacketPlayer } from '../packetPlayer.ts';
import { takeTilePort } from '../tilePorts.ts';

/** What was recorded just now may not be on the disk yet: asked again after so long, so many times, ms. */
const AGAIN_MS = 5_000;
const TRIES = 4;
/** A decoder that paints nothing new for so long has come to the moment from the key picture before it, ms. */
const SETTLES_MS = 1_000;

/**
 * Paints the one picture that this machine recorded of a camera at a moment, and lets the recording go; `onShown` is told
 * when it is seen. Where nothing is recorded, nothing is told. Returns the function that gives up.
 */
export function openMoment(
  { cameraId, at }: { readonly cameraId: string; readonly at: number },
  canvas: HTMLCanvasElement,
  onShown: () => void,
): () => void {
  let stop = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let painted = false;
  let tries = 0;

  function leave(): void {
    clearTimeout(timer);
    stop();
    stop = () => undefined;
  }

  function tryAgain(): void {
    leave();
    tries += 1;
    if (!over && tries < TRIES) timer = setTimeout(() => void ask(), AGAIN_MS);
  }

  function settled(): void {
    leave();
    if (painted) onShown();
  }

  function follow(port: MessagePort): void {
    const nothing = (): void => undefined;
    let allCame = false;
    const settle = (): void => {
      clearTimeout(timer);
      timer = setTimeout(settled, SETTLES_MS);
    };
    const onPainted = (): void => {
      painted = true;
      if (allCame) settle();
    };
    const sink = { onPainted, onTooLarge: nothing, onSize: nothing };
    const screen = { canvas, meter: createMeter('normal'), ...sink };
    const player = createPacketPlayer(screen, tryAgain, STANDING_BACKLOG);
    stop = () => {
      port.close();
      player.close();
    };
    port.onmessage = ({ data: word }: MessageEvent<TileWord>) => {
      if (word.type === 'config') player.config(word);
      else if (word.type === 'unit') {
        player.unit(word);
        if (word.number % TAKEN_EVERY === 0) sayTaken(port, word.number);
      } else if (word.type === 'state' && word.state !== 'live') tryAgain();
      else if (word.type === 'state') {
        allCame = true;
        settle();
      }
    };
  }

  async function ask(): Promise<void> {
    const anchor = { mediaAt: at, clockAt: Date.now(), rate: 0 };
    const answer = await window.ioc.call('cameras.openReplay', { cameraId, anchor });
    if (!answer.ok) return;
    const { kind, ticket } = answer.value;
    // A film of half an hour for one small picture: no server is asked for that.
    if (kind === 'vms') return void window.ioc.call('cameras.closeReplay', { ticket });
    const port = await takeTilePort(ticket);
    if (port === null || over) return port?.close();
    follow(port);
  }

  void ask();
  return () => {
    over = true;
    leave();
  };
}
