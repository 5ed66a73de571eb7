import { readTable } from './tables.ts';

// A list from outside is read apart from the console: it can be given up, and what it breaks is this worker alone.
addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  void readTable(data).then((outcome) => postMessage(outcome));
});
