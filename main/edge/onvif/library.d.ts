declare module 'onvif/lib/utils.js' {
  export function parseSOAPString(
    xml: string,
    callback: (error: Error | null, body: unknown) => void,
    statusCode?: number,
  ): void;
  export function linerase(xml: unknown): unknown;
  export function getDigestHeaders(rawHeaders: readonly string[]): string[];
}
