/** Characters of a key as they are compared: small, with one kind of hyphen; anything else is passed over. */

/** For each unit of ASCII its folded unit; 0 for what no key of OpenAI's has. */
export const FOLDED = Uint8Array.from({ length: 128 }, (_, unit) => {
  if (unit >= 0x61 && unit <= 0x7a) return unit;
  if (unit >= 0x41 && unit <= 0x5a) return unit + 32;
  if (unit >= 0x30 && unit <= 0x39) return unit;
  return unit === 0x2d || unit === 0x5f ? 0x2d : 0;
});

/** For each unit of ASCII its six bits in base64, of either alphabet; 255 for any other. */
export const SIX_BITS = Uint8Array.from({ length: 128 }, (_, unit) => {
  if (unit >= 0x41 && unit <= 0x5a) return unit - 0x41;
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61 + 26;
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30 + 52;
  if (unit === 0x2b || unit === 0x2d) return 62;
  return unit === 0x2f || unit === 0x5f ? 63 : 255;
});

/** For each unit of ASCII its five bits in base32, which is written in capitals (RFC 4648); 255 for any other. */
export const FIVE_BITS = Uint8Array.from({ length: 128 }, (_, unit) => {
  if (unit >= 0x41 && unit <= 0x5a) return unit - 0x41;
  return unit >= 0x32 && unit <= 0x37 ? unit - 0x32 + 26 : 255;
});

/** For each unit of ASCII the value of the hexadecimal digit; 255 for any other. */
export const FOUR_BITS = Uint8Array.from({ length: 128 }, (_, unit) => {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x66 ? small - 0x61 + 10 : 255;
});

/** Blanks, breaks and marks of quotations, over which a broken run of an encoding goes on. */
export function isBetweenLines(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x20 || unit === 0x09 || unit === 0x3e || unit === 0x7c;
}
