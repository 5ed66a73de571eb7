import { describe, expect, it } from 'vitest';
import { mayLoad, originList } from './origins.ts';

const origins = originList(['https://Dashboard.ThaiNguyen.gov.vn', 'http://10.0.0.5:8080']);

describe('what a page on the wall may load', () => {
  it.each([
    'https://dashboard.thainguyen.gov.vn/ioc?x=1',
    'https://dashboard.thainguyen.gov.vn:443/a.js',
    'wss://dashboard.thainguyen.gov.vn/live',
    'http://10.0.0.5:8080/',
    'ws://10.0.0.5:8080/live',
    'data:image/png;base64,AAAA',
    'blob:https://dashboard.thainguyen.gov.vn/1-2-3',
    'about:blank',
  ])('%s', (address) => {
    expect(mayLoad(address, origins)).toBe(true);
  });

  it.each([
    'http://dashboard.thainguyen.gov.vn/',
    'https://dashboard.thainguyen.gov.vn:8443/',
    'https://dashboard.thainguyen.gov.vn.evil.example/',
    'https://dashboard.thainguyen.gov.vn@evil.example/',
    'https://user:pass@dashboard.thainguyen.gov.vn/',
    'https://evil.example/#https://dashboard.thainguyen.gov.vn',
    'http://10.0.0.5/',
    'http://127.0.0.1:17600/',
    'file:///etc/passwd',
    'ioc://app/documents/x',
    'chrome://gpu',
    'javascript:alert(1)',
    'ftp://10.0.0.5:8080/',
    'view-source:https://dashboard.thainguyen.gov.vn/',
    '',
    'https://',
  ])('never %s', (address) => {
    expect(mayLoad(address, origins)).toBe(false);
  });

  it('is nothing where the site lists nothing', () => {
    expect(mayLoad('https://dashboard.thainguyen.gov.vn/', originList([]))).toBe(false);
  });
});
