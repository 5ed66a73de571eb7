import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readSite } from './roomFiles.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function siteFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  folders.push(folder);
  const file = join(folder, 'phong-hop.json');
  writeFileSync(file, text);
  return file;
}

const site = {
  id: 'phong-hop',
  province: 'thai-nguyen',
  wallId: 'main',
  backend: { url: 'ws://127.0.0.1:1/' },
};

it('a slip in a site file is told with the name of the file', () => {
  const file = siteFile('{"id": "phong-hop",}');

  expect(() => readSite(file)).toThrow(`${file}:`);
});

it("an editor's mark at the beginning of a file is no mistake", () => {
  expect(readSite(siteFile(`\uFEFF${JSON.stringify(site)}`))).toMatchObject({ id: 'phong-hop' });
});
