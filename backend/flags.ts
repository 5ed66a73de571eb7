import { parseArgs } from 'node:util';

export type Flags = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly province: string;
  readonly tokensFile: string;
  /** How many times faster the sample feed runs; 0: no sample feed. */
  readonly pace: number;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
};

/** What somebody typed cannot be done; the message says it in a sentence. */
export class WrongFlags extends Error {}

export const usage = `npm run backend -- --data DIR --tokens FILE [--port N] [--host ADDRESS] [--province ID] [--pace N] [--cert FILE --key FILE]
  --data DIR       thư mục dữ liệu / where facts are kept (SQLite)
  --tokens FILE    tệp token, quyền 0600 / { "<token>": { "role": "console", "unit": "19", "wallIds": ["main"] } }
  --port N         0 = cổng bất kỳ / any free port (17600)
  --host ADDRESS   127.0.0.1; địa chỉ khác cần TLS / any other address needs TLS
  --province ID    config/provinces/ID.json (thai-nguyen), hoặc đường dẫn tệp / or a file's path
  --pace N         tốc độ dữ liệu mẫu, 0 = tắt / speed of the sample feed, 0 = none (1)
  --cert, --key    chứng thư và khóa TLS (PEM) / TLS certificate and key (PEM)
`;

const options = {
  port: { type: 'string', default: '17600' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string' },
  province: { type: 'string', default: 'thai-nguyen' },
  tokens: { type: 'string' },
  pace: { type: 'string', default: '1' },
  cert: { type: 'string' },
  key: { type: 'string' },
} as const;

/** This machine's own addresses: plain `ws://` is allowed to them alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function numberIn(text: string, { name, max }: { readonly name: string; readonly max: number }): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || value > max) {
    throw new WrongFlags(`--${name}: cần một số từ 0 đến ${max} / a number between 0 and ${max}`);
  }
  return value;
}

function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new WrongFlags(`Thiếu --${name} / --${name} is missing`);
  return value;
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new WrongFlags(error instanceof Error ? error.message : String(error));
  }
}

/** Reads the flags; throws `WrongFlags` with a sentence. */
export function readFlags(args: readonly string[]): Flags {
  const values = valuesOf(args);
  const { host, cert, key, province } = values;
  if ((cert === undefined) !== (key === undefined)) {
    throw new WrongFlags('--cert và --key phải đi cùng nhau / --cert and --key belong together');
  }
  if (cert === undefined && !isLoopback(host)) {
    throw new WrongFlags(
      `Không mở cổng trên ${host} khi chưa có TLS: thêm --cert và --key, hoặc dùng 127.0.0.1 / will not listen on ${host} without TLS`,
    );
  }
  if (!province.endsWith('.json') && !/^[a-z0-9][a-z0-9-]{0,60}$/.test(province))
    throw new WrongFlags('--province: chữ thường, số và dấu gạch / lower case, digits, dashes');
  return {
    port: Math.floor(numberIn(values.port, { name: 'port', max: 65_535 })),
    host,
    dataDir: required(values.data, 'data'),
    province,
    tokensFile: required(values.tokens, 'tokens'),
    pace: numberIn(values.pace, { name: 'pace', max: 1_000 }),
    tls: cert !== undefined && key !== undefined ? { certFile: cert, keyFile: key } : null,
  };
}
