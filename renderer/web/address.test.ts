import { describe, expect, it } from 'vitest';
import { WebSpecSchema } from '../../domain/web/model.ts';
import { addressOf } from './address.ts';

describe('an address as people write it', () => {
  it.each([
    ['dashboard.hanam.gov.vn', 'https://dashboard.hanam.gov.vn'],
    [' 10.3.0.7:8080/thuy-van?tram=3 ', 'https://10.3.0.7:8080/thuy-van?tram=3'],
    ['http://10.3.0.7', 'http://10.3.0.7'],
    ['HTTPS://Dashboard.vn', 'HTTPS://Dashboard.vn'],
    ['', ''],
  ])('%j leads to %j, which the core takes', (text, address) => {
    expect(addressOf(text)).toBe(address);
    expect(WebSpecSchema.safeParse({ kind: 'web', url: address }).success).toBe(true);
  });

  it.each([
    'bảng điều hành',
    'htps://dashboard.vn',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
    'https:/dashboard.vn',
    'https:',
  ])('%j leads to no page', (text) => expect(addressOf(text)).toBeUndefined());

  it('longer than the core takes leads to no page', () => {
    expect(addressOf(`dashboard.vn/${'a'.repeat(1_990)}`)).toBeUndefined();
  });
});
