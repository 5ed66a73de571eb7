/** Reads bits from the front, with H.264's exponential Golomb numbers; past the end it reads zeros. */
export function createBitReader(bytes: Uint8Array) {
  let at = 0;

  function bit(): number {
    const byte = bytes[at >> 3] ?? 0;
    const value = (byte >> (7 - (at & 7))) & 1;
    at += 1;
    return value;
  }

  function bits(count: number): number {
    let value = 0;
    for (let left = count; left > 0; left -= 1) value = value * 2 + bit();
    return value;
  }

  function unsigned(): number {
    let zeros = 0;
    while (zeros < 32 && bit() === 0) zeros += 1;
    return 2 ** zeros - 1 + bits(zeros);
  }

  function signed(): number {
    const value = unsigned();
    return value % 2 === 1 ? (value + 1) / 2 : -value / 2;
  }

  return { bit, bits, unsigned, signed };
}
