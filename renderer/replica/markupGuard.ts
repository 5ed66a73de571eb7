declare global {
  interface Window {
    /** The types of TypeScript do not know it yet. */
    readonly trustedTypes: {
      createPolicy(
        name: 'default',
        rules: {
          createHTML(text: string, type: string, sink: string): string | null;
          createScriptURL(url: string): string | null;
        },
      ): unknown;
    };
  }
}

/** Text, and the few elements of a credit line ("© Mapbox"), with attributes that neither run nor load anything. */
const PLAIN =
  /^(?:[^<]|<(?:a|b|i|em|strong|span)(?: (?:class|rel|target|title|role|aria-[a-z]+|href(?==""|="https:))="[^"<>]*")*>|<\/[a-z]+>)*$/;

/** Whether nothing in this mark-up can run. */
export function isPlainMarkup(text: string): boolean {
  return PLAIN.test(text);
}

/** Whether a worker may come from here: the product's own files, or what a library of ours wrote itself. */
export function isOwnWorker(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || url.startsWith(`blob:${origin}/`);
}

/**
 * The page's policy demands that text becomes mark-up or code only here, whichever library hands it on: workers of our
 * own, and mark-up in which nothing can run. Text never becomes a script.
 */
export function guardMarkup(): void {
  window.trustedTypes.createPolicy('default', {
    // What a parser makes of a text stands in no page, and nothing in it ever runs.
    createHTML: (text, _type, sink) =>
      sink === 'DOMParser parseFromString' || isPlainMarkup(text) ? text : null,
    createScriptURL(url) {
      const { href, origin } = window.location;
      return isOwnWorker(new URL(url, href).href, origin) ? url : null;
    },
  });
}
