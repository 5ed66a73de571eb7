import { useMemo } from 'react';
import type { World } from '../../domain/contract/world.ts';
import type { CameraGridSpec } from '../../domain/cameras/tileSpec.ts';
import type { Language } from '../../domain/kernel/text.ts';
import { useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import type { Dictionary } from '../text/vi.ts';

/** What a grid is called: by its own title, or by what it draws from. */
export function gridTitles(
  spec: CameraGridSpec,
  province: World['province'],
  { words, language }: { readonly words: Dictionary; readonly language: Language },
): readonly string[] {
  const { cameras } = words;
  if (spec.title !== undefined && spec.title !== '') return [spec.title];
  const { from } = spec;
  const cells = spec.cells ? spec.cells[0] * spec.cells[1] : undefined;
  const own = cells === 1 ? cameras.tourTitle : cameras.gridTitle;
  switch (from.by) {
    case 'list':
      return [own];
    case 'all':
      return [cameras.allTitle, own];
    case 'group':
      return [from.group, own];
    case 'tag':
      return [cameras.tagTitle(from.tag), own];
    case 'unit': {
      const name = province?.units.find(({ code }) => code === from.unit)?.name[language] ?? from.unit;
      return [cameras.unitTitle(name), name];
    }
  }
}

/** The same in a window. */
export function useGridTitles(spec: CameraGridSpec): readonly string[] {
  const words = useText();
  const language = useLanguage();
  const province = useWorld((world) => world.province);
  return useMemo(() => gridTitles(spec, province, { words, language }), [spec, province, words, language]);
}
