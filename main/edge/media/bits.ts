/** Takes out the bytes that keep start codes from appearing by chance in a NAL unit. */
export function unescaped(nal: Uint8Array): Uint8Array {
  const plain: number[] = [];
  let zeros = 0;
  for (const byte of nal) {
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    plain.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Uint8Array.from(plain);
}

/** Reads bits from the front, with exponential Golomb numbers; past the end it reads zeros. */
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
