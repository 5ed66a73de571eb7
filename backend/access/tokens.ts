import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { GrantSchema, type Grant } from '../../domain/access/model.ts';
import { describeProblems } from '../../domain/contract/fileProblem.ts';

const TokenFileSchema = z.record(z.string().min(16).max(500), GrantSchema);

/**
 * What a token is worth, and the word it is known by: the beginning of its digest, never the token. It stays the same
 * whatever other tokens come and go, so that nobody inherits what was given to another.
 */
export type Pass = { readonly grant: Grant; readonly key: string };

export type Tokens = {
  /** What the `Authorization` header is worth, or null. Takes the same time whichever token is tried. */
  readonly passFor: (authorization: string | undefined) => Pass | null;
};

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Holds tokens by their digest; compares in constant time. */
export function createTokens(grants: Readonly<Record<string, Grant>>): Tokens {
  const known = Object.entries(grants).map(([token, grant]) => {
    const own = digest(token);
    return { digest: own, pass: { grant, key: `t${own.toString('hex').slice(0, 12)}` } };
  });
  return {
    passFor(authorization) {
      const tried = digest(/^Bearer ([\x21-\x7e]{1,500})$/.exec(authorization ?? '')?.[1] ?? '');
      let found: Pass | null = null;
      for (const token of known) if (timingSafeEqual(token.digest, tried)) found = token.pass;
      return found;
    },
  };
}

/** Reads `{ "<token>": Grant }` from a file that its owner alone may read; throws a sentence when it is not so. */
export function readTokens(file: string): Tokens {
  const mode = statSync(file).mode & 0o077;
  if (process.platform !== 'win32' && mode !== 0) {
    throw new Error(
      `Tệp token ${file} phải có quyền 0600 / the token file must be readable by its owner alone: chmod 600`,
    );
  }
  const parsed = TokenFileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return createTokens(parsed.data);
  // A path in this file names a token: only what was expected may be told.
  const [first] = describeProblems(parsed.error);
  throw new Error(
    `Tệp token ${file} sai định dạng / wrong token file: expected ${first?.expected ?? 'an object'}`,
  );
}
