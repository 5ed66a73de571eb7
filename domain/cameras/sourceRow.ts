import { kindIn, kindOf, withoutSecret, type Secret } from './addresses.ts';
import { CameraSourceSchema, FINGERPRINT, MOST_DAYS, type CameraSource } from './model.ts';
import { wholeNumber, type Expected, type Reader } from './rowReader.ts';

/** After a `?`, or in the path itself, as some makers have it: `/user=admin_password=…_channel=1_stream=0.sdp`. */
const PASSWORD_WITHIN = /[?&;/_](pass|passwd|password|pswd|psw|pwd|pw|token|key|auth)(=|%3d)/i;

/** A SHA-256 fingerprint, also with the words that tools write before it: `sha256 Fingerprint=2B:7C:…`. */
function fingerprintIn(cell: string): string | undefined {
  const bare = cell.replace(/^.*=/, '').replace(/\s/g, '');
  return FINGERPRINT.test(bare) ? bare : undefined;
}

type AddressColumn = 'main' | 'sub' | 'onvif' | 'recordings';

/** What belongs in a column of addresses. */
const expectedIn: Readonly<Record<AddressColumn, Expected>> = {
  main: 'address',
  sub: 'address',
  onvif: 'onvif',
  recordings: 'recordings',
};

function addressIn(row: Reader, column: AddressColumn): { address: string; secret?: Secret } | undefined {
  const words = row.text(column);
  if (words === '') return undefined;
  const found = withoutSecret(words);
  if (found === undefined)
    row.secretWrong(column, words.includes('@') ? 'address-without-at' : expectedIn[column]);
  else if (PASSWORD_WITHIN.test(found.address)) row.secretWrong(column, 'address-without-password');
  else return found;
  return undefined;
}

const columnOf = (path: PropertyKey | undefined): AddressColumn =>
  path === 'sub' || path === 'onvif' || path === 'recordings' ? path : 'main';

/** Name and password beside the addresses go before those within; empty: nothing is said of them. */
function secretOf(
  { text, wrong }: Reader,
  addresses: readonly { readonly secret?: Secret }[],
): Secret | undefined {
  if (text('user') !== '') return `${text('user')}:${text('password')}`;
  if (text('password') !== '') wrong('user', 'user');
  return addresses.find(({ secret }) => secret !== undefined)?.secret;
}

/** How the room reaches a camera, as its row says; nothing where it says nothing. */
export function sourceOf(row: Reader): { readonly source?: CameraSource; readonly secret?: Secret } {
  const { text, read, wrong, secretWrong } = row;
  const said = read('kind', 'kind', kindIn(text('kind')));
  const suspect = read('suspect', 'suspect', wholeNumber(text('suspect'), 0, 86_400));
  const main = addressIn(row, 'main');
  const sub = addressIn(row, 'sub');
  const onvif = addressIn(row, 'onvif');
  const recordings = addressIn(row, 'recordings');
  const certificate = read('certificate', 'certificate', fingerprintIn(text('certificate')));
  const days = read('days', 'days', wholeNumber(text('days'), 1, MOST_DAYS));
  if (text('recordings') !== '' && text('days') === '') wrong('days', 'needed');
  if (text('recordings') === '' && text('days') !== '') wrong('recordings', 'needed');
  const secret = secretOf(
    row,
    [main, sub, onvif, recordings].flatMap((each) => each ?? []),
  );
  const kept = secret === undefined ? {} : { secret };
  if (main === undefined) {
    if (text('main') === '' && (sub ?? onvif ?? recordings)) wrong('main', 'needed');
    return kept;
  }
  const source = CameraSourceSchema.safeParse({
    kind: said ?? kindOf(main.address),
    main: main.address,
    ...(sub && { sub: sub.address }),
    ...(onvif && { onvif: onvif.address }),
    ...(suspect !== undefined && { suspectAfterSeconds: suspect }),
    ...(certificate !== undefined && { certificate }),
    // Without its days the address is judged all the same: all that is wrong is told at once.
    ...(recordings && { recordings: { url: recordings.address, days: days ?? 1 } }),
  });
  if (source.success) return { source: source.data, ...kept };
  for (const column of new Set(source.error.issues.map(({ path }) => columnOf(path[0]))))
    secretWrong(column, expectedIn[column]);
  return kept;
}
