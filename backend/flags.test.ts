import { describe, expect, it } from 'vitest';
import { isLoopback, readFlags } from './flags.ts';

const needed = ['--data', '/tmp/x', '--tokens', '/tmp/t.json'];

describe('the flags of the backend', () => {
  it('listen to this machine alone unless told otherwise', () => {
    expect(readFlags(needed)).toMatchObject({
      host: '127.0.0.1',
      port: 17_600,
      pace: 1,
      province: 'thai-nguyen',
      tls: null,
    });
  });

  it.each([
    [['--host', '0.0.0.0'], 'chưa có TLS'],
    [['--host', '192.168.1.20'], 'without TLS'],
    [['--host', 'localhost.example.vn'], 'without TLS'],
    [['--cert', 'a.pem'], 'đi cùng nhau'],
    [['--port', '70000'], '--port'],
    [['--pace', 'nhanh'], '--pace'],
    [['--pace', ''], '--pace'],
    [['--province', '../etc'], '--province'],
    [['--speed', '2'], 'speed'],
  ])('refuse %j in a sentence', (args, sentence) => {
    expect(() => readFlags([...needed, ...args])).toThrow(sentence);
  });

  it('say what is missing', () => {
    expect(() => readFlags(['--data', '/tmp/x'])).toThrow('Thiếu --tokens');
  });

  it('allow other addresses with TLS', () => {
    const flags = readFlags([...needed, '--host', '0.0.0.0', '--cert', 'c.pem', '--key', 'k.pem']);
    expect(flags.tls).toEqual({ certFile: 'c.pem', keyFile: 'k.pem' });
  });
});

describe('this machine', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('is %s', (host) =>
    expect(isLoopback(host)).toBe(true),
  );
  it.each(['127.0.0.1.example.vn', '0.0.0.0', '::', '10.0.0.1', ''])('is not %j', (host) =>
    expect(isLoopback(host)).toBe(false),
  );
});
