import { describe, expect, it } from 'vitest';
import { isOwnWorker, isPlainMarkup } from './markupGuard.ts';

describe('mark-up that a library hands to the page', () => {
  it.each([
    '',
    'Nước dâng trên báo động 2 & tiếp tục lên',
    '<a href="https://www.mapbox.com/about/maps/" target="_blank" title="Mapbox" rel="noopener nofollow">© Mapbox</a>',
    '<span aria-hidden="true">×</span>',
  ])('may be plain: %s', (text) => {
    expect(isPlainMarkup(text)).toBe(true);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '<svg onload="alert(1)">',
    '<script>alert(1)</script>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="https://a.vn" onclick="alert(1)">x</a>',
    '<a href="https://a.vn"onclick="alert(1)">x</a>',
    '<iframe srcdoc="x"></iframe>',
    '<b style="background:url(x)">x</b>',
    '<',
  ])('is refused where something in it could run or load: %s', (text) => {
    expect(isPlainMarkup(text)).toBe(false);
  });
});

describe('a worker', () => {
  it('comes from the product itself', () => {
    expect(isOwnWorker('ioc://app/assets/map-worker.mjs', 'ioc://app')).toBe(true);
    expect(isOwnWorker('blob:ioc://app/0a1b', 'ioc://app')).toBe(true);
    expect(isOwnWorker('ioc://app.evil.vn/x.js', 'ioc://app')).toBe(false);
    expect(isOwnWorker('data:text/javascript,alert(1)', 'ioc://app')).toBe(false);
  });
});
