/** A name in the product's two languages; Vietnamese is the first. */
export type Bilingual = { readonly vi: string; readonly en: string };

export type Language = keyof Bilingual;

/** For whoever may read either language, Vietnamese first: `số / number`; what both call the same stands once. */
export function inBoth(vi: string, en: string): string {
  return vi === en ? vi : `${vi} / ${en}`;
}

/** Folds Vietnamese text for search: no diacritics, đ as d, lower case. `Phủ Lý` and `phu ly` become the same. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

/** The bytes of a text; half a character becomes the mark of what cannot be shown. */
export function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  const bytes = [...escaped.matchAll(/%([0-9A-F]{2})|(.)/g)].map(([, hex, plain = '']) =>
    hex === undefined ? plain.charCodeAt(0) : Number.parseInt(hex, 16),
  );
  return Uint8Array.from(bytes);
}
