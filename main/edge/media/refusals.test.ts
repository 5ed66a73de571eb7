import { describe, expect, it } from 'vitest';
import { createRefusals } from './refusals.ts';

const right = { user: 'viewer', password: 'x' };

function aMemory() {
  let now = 1_000_000;
  const memory = createRefusals(
    () => now,
    () => 0,
  );
  const channel = (number: number, credentials = right) =>
    memory.of({ url: `rtsp://nvr:554/${number}`, credentials });
  const turning = memory.of({ url: 'http://nvr/onvif/device_service', credentials: right });
  return { ...memory, channel, turning, pass: (ms: number) => void (now += ms), now: () => now };
}

const may = { waitMs: 0, isRefused: false, isSilent: false };
const refusedFor = (waitMs: number) => ({ waitMs, isRefused: true, isSilent: false });

describe('a source that refused a password', () => {
  it('is left alone for a minute, then twice as long each time', () => {
    const { channel, pass, now } = aMemory();
    const one = channel(1);
    expect(one.claim()).toEqual(may);
    expect(one.refused(now())).toBe(60_000);
    pass(59_000);
    expect(one.claim()).toEqual(refusedFor(1_000));
    expect(channel(2).claim()).toEqual(may);

    pass(1_000);
    expect(one.claim()).toEqual(may);
    expect(one.refused(now())).toBe(120_000);
  });

  it('was refused once to many tiles that asked at the same moment, and afterwards one of them asks for all', () => {
    const { channel, pass, now } = aMemory();
    const one = channel(1);
    one.refused(now());
    one.refused(now());
    pass(60_000);

    expect([one.claim(), one.claim()]).toEqual([may, refusedFor(20_000)]);
    expect(one.refused(now())).toBe(120_000);
  });

  it('is asked as any other once it answered otherwise, and with another password at once', () => {
    const { channel, now } = aMemory();
    const one = channel(1);
    one.refused(now());
    expect(channel(1, { user: 'viewer', password: 'y' }).claim()).toEqual(may);
    one.unanswered();

    expect(one.claim()).toEqual(may);
    expect(one.refused(now())).toBe(60_000);
  });
});

describe('a recorder of many channels', () => {
  const all = Array.from({ length: 32 }, (_, index) => index);

  it('is given a wrong password three times, and then one alone asks for all', () => {
    const { channel, pass, now } = aMemory();
    const first = all.filter((number) => channel(number).claim().waitMs === 0);
    expect(first).toEqual([0, 1, 2]);
    // The others do not know yet.
    expect(channel(9).claim()).toEqual({ waitMs: 250, isRefused: false, isSilent: false });
    for (const number of first) channel(number).refused(now());
    expect(channel(9).claim()).toEqual(refusedFor(60_000));

    pass(60_000);
    expect(all.filter((number) => channel(number).claim().waitMs === 0)).toHaveLength(1);
  });

  it('is asked of all channels once one accepted the password', () => {
    const { channel } = aMemory();
    for (const number of [0, 1, 2]) channel(number).claim();
    channel(1).accepted();

    expect(all.every((number) => channel(number).claim().waitMs === 0)).toBe(true);
  });

  it('may forbid some of its channels, also those that are asked first, and gives the others', () => {
    const { channel, now } = aMemory();
    for (const number of [0, 1, 2, 3]) {
      expect(channel(number).claim()).toEqual(may);
      channel(number).refused(now(), true);
    }

    expect(channel(5).claim()).toEqual(may);
    expect(channel(1).claim()).toEqual(refusedFor(60_000));
  });

  it('keeps no channel out that it gave before, because it never gives others', () => {
    const { channel, now, pass } = aMemory();
    channel(0).claim();
    channel(0).accepted();
    pass(60_000);
    for (const number of [1, 2, 3]) {
      channel(number).claim();
      channel(number).refused(now());
    }
    expect(channel(4).claim()).toEqual(refusedFor(60_000));

    expect(channel(0).claim()).toEqual(may);
  });

  it('whose password was changed is asked no more often than one that never took it', () => {
    const { channel, now } = aMemory();
    for (const number of all) channel(number).accepted();

    const asked = all.filter((number) => {
      const isAsked = channel(number).claim().waitMs === 0;
      if (isAsked) channel(number).refused(now());
      return isAsked;
    });

    expect(asked).toHaveLength(3);
  });

  it('whose password was changed while it goes on giving is asked no more often by its other channels', () => {
    const { channel, now, pass } = aMemory();
    channel(0).accepted();
    pass(3_600_000);
    const asked = all.slice(1).filter((number) => channel(number).claim().waitMs === 0);
    expect(asked).toHaveLength(3);
    for (const number of asked) channel(number).refused(now());

    expect(channel(20).claim()).toEqual(refusedFor(60_000));
  });

  it('that does not answer keeps nobody from asking it, and says so to those that wait', () => {
    const { channel, pass } = aMemory();
    for (const number of [0, 1, 2]) channel(number).claim();
    channel(0).unanswered();
    expect(channel(3).claim()).toEqual(may);
    expect(channel(4).claim()).toEqual({ waitMs: 250, isRefused: false, isSilent: true });

    pass(20_000);
    expect(channel(4).claim()).toEqual(may);
  });

  it('is one by whatever protocol it is asked: they lock out together', () => {
    const { channel, turning, of, now, pass } = aMemory();
    const plain = of({ url: 'rtsp://nvr/1', credentials: right });
    const all = [channel(1), plain, turning, channel(2), turning, plain, channel(3)];
    const ask = (): number =>
      all.filter((each) => each.claim().waitMs === 0 && each.refused(now()) > 0).length;
    expect(ask()).toBe(3);
    pass(59_000);
    expect(ask()).toBe(0);

    pass(1_000);
    expect(ask()).toBe(1);
  });

  it('that refused the password by one protocol alone is given it once by another: it may have other accounts there', () => {
    const { channel, turning, now, pass } = aMemory();
    for (const waitMs of [60_000, 120_000, 240_000]) {
      expect(turning.claim()).toEqual(may);
      expect(turning.refused(now())).toBe(waitMs);
      if (waitMs < 240_000) pass(waitMs);
    }
    expect(turning.refusedForMs()).toBe(240_000);
    expect(channel(1).refusedForMs()).toBe(0);
    expect(channel(1).claim()).toEqual(may);
    expect(channel(2).claim()).toEqual({ waitMs: 250, isRefused: false, isSilent: false });
    channel(1).accepted();

    expect(channel(2).claim()).toEqual(may);
  });

  it('that refused it by that other too is left alone by both', () => {
    const { channel, of, now } = aMemory();
    const pages = [1, 2, 3].map((number) => of({ url: `http://nvr/${number}`, credentials: right }));
    const secure = of({ url: 'https://nvr/1', credentials: right });
    const asked = [...pages, channel(1), channel(2), secure].filter(
      (each) => each.claim().waitMs === 0 && each.refused(now()) > 0,
    );

    expect(asked).toHaveLength(4);
    expect(channel(2).claim()).toEqual(refusedFor(120_000));
  });

  it('that took the password by one protocol is asked by it, however often it refuses it by another', () => {
    const { channel, turning, now, pass } = aMemory();
    channel(0).claim();
    channel(0).accepted();
    pass(60_000);
    for (const _time of [1, 2, 3]) {
      expect(turning.claim()).toEqual(may);
      turning.refused(now());
      pass(600_000);
    }

    expect(channel(1).claim()).toEqual(may);
  });

  it('whose password was changed is given it once more by each protocol, and no oftener', () => {
    const { channel, turning, now } = aMemory();
    for (const each of [channel(0), channel(1), turning]) {
      each.claim();
      each.accepted();
    }
    const asked = [channel(0), turning, channel(1), channel(2), turning, channel(3)].filter(
      (each) => each.claim().waitMs === 0 && each.refused(now()) > 0,
    );
    expect(asked).toHaveLength(3);
  });

  it('is another behind an unusual port', () => {
    const { channel, of, now } = aMemory();
    for (const number of [0, 1, 2]) {
      channel(number).claim();
      channel(number).refused(now());
    }

    expect(of({ url: 'rtsp://nvr:8554/0', credentials: right }).claim()).toEqual(may);
  });

  it('is not claimed by who only asks whether it is known to refuse', () => {
    const { channel, now } = aMemory();
    for (const number of all) expect(channel(number).refusedForMs()).toBe(0);
    expect(channel(0).claim()).toEqual(may);
    channel(0).refused(now());

    expect(channel(0).refusedForMs()).toBe(60_000);
  });
});
