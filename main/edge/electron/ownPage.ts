import type { IpcMainEvent } from 'electron';
import { ORIGIN } from './scheme.ts';

/** Whether a page of the product itself speaks: the main frame of its window, and nothing that was led there. */
export function isOwnPage({ sender, senderFrame }: Pick<IpcMainEvent, 'sender' | 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === ORIGIN;
}
