/** Makes the compiler name a case that a switch forgot; throws if untyped data still gets here. */
export function unreachable(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
