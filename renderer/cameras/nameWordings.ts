/** Words that say what a place is, not which: they go before the name itself does. */
const general =
  /^(camera|cam|nút giao|ngã ba|ngã tư|ngã năm|vòng xuyến|cửa ngõ|đường|cổng|khu vực|trước|junction|roundabout)\s+/i;

/**
 * What a camera is called where there is less and less room, longest first: name and unit, the name, the name without what
 * only says that it is a camera or a junction, its last words. None begins in the middle of a word of two syllables.
 */
export function nameWordings(name: string, unit: string | undefined): readonly string[] {
  const bare = name.replace(/\s*\([^)]*\)\s*$/, '');
  const proper = bare.replace(general, '');
  const words = proper.split(/\s+/);
  const all = [
    ...(unit === undefined ? [] : [`${name} · ${unit}`]),
    name,
    bare,
    bare.replace(/^(camera|cam)\s+/i, ''),
    proper,
    ...[3, 2]
      .filter((count) => words.length > count)
      .map((count) => words.slice(-count).join(' '))
      .filter((last) => /^[\p{Lu}\d]/u.test(last)),
  ];
  return [...new Set(all)];
}
