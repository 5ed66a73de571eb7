/** A name in the product's two languages; Vietnamese is the first. */
export type Bilingual = { readonly vi: string; readonly en: string };

export type Language = keyof Bilingual;

/** Folds Vietnamese text for search: no diacritics, đ as d, lower case. `Phủ Lý` and `phu ly` become the same. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}
