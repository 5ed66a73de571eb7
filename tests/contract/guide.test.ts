import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repoDir } from '../../config/places.ts';

const read = (...path: readonly string[]): string => readFileSync(join(repoDir, ...path), 'utf8');
const words = ['renderer', 'text', 'vi'];
/** Every sentence that the app says in Vietnamese. */
const said = readdirSync(join(repoDir, ...words))
  .map((file) => read(...words, file))
  .join('');
/** What is said in whole sentences is no word of the app. */
const LONGEST_WORDS = 60;
/**
 * What has another name: kho mật khẩu, danh mục camera, mục, phần soạn kịch bản, rời ca, bỏ che, chứng thư, danh sách theo
 * dõi, không có thao tác, giảm số hình, giảm chất lượng, ô tạm khóa.
 */
const OTHER_WORDS =
  /k[eé]t mã|kho bảo mật|danh bạ|bàn việc|bàn sửa|rời bàn|mở che|chứng chỉ|cần tìm|vắng lệnh|thưa hình|nhường tải|ô an toàn|ô tạm dừng/gi;

describe("the operator's guide", () => {
  it('calls things by the words that the app shows: an operator looks for what stands there', () => {
    const guide = read('resources', 'guide', 'huong-dan-van-hanh.md').replaceAll('**', '');
    const shown = said + read('config', 'sites', 'demo.json');

    const quoted = [...guide.matchAll(/\*([^*]+)\*/g)].map(([, words = '']) => words.replaceAll('\n', ' '));
    const names = quoted.filter(({ length }) => length < LONGEST_WORDS);

    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((words) => !shown.includes(words))).toEqual([]);
  });

  it('and the app have one word for one thing', () => {
    const text = said + read('resources', 'guide', 'huong-dan-van-hanh.md');
    expect(text.match(OTHER_WORDS)).toBeNull();
  });
});
