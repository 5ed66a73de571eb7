import { parseArgs } from 'node:util';

/** What the product was started with. */
export type Flags = {
  readonly site: string | undefined;
  readonly province: string | undefined;
  readonly backend: string | undefined;
  readonly pack: string | undefined;
  readonly profile: string | undefined;
  readonly windowed: boolean;
};

/** Reads the product's own flags; what belongs to Chromium is left to Chromium. */
export function readFlags(argv: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      site: { type: 'string' },
      province: { type: 'string' },
      backend: { type: 'string' },
      pack: { type: 'string' },
      profile: { type: 'string' },
      windowed: { type: 'boolean', default: false },
    },
    strict: false,
    allowPositionals: true,
  });
  const text = (value: string | boolean | undefined): string | undefined =>
    typeof value === 'string' ? value : undefined;
  return {
    site: text(values.site),
    province: text(values.province),
    backend: text(values.backend),
    pack: text(values.pack),
    profile: text(values.profile),
    windowed: values.windowed === true,
  };
}
