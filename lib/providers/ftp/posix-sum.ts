const polynomial = 0x04c11db7;

/** What `cksum` prints: the CRC of POSIX (cksum(1)), over the bytes and then their number. */
export function posixSum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum = addByte(sum, byte);
  for (let length = bytes.length; length > 0; length = Math.floor(length / 256)) {
    sum = addByte(sum, length % 256);
  }
  return ~sum >>> 0;
}

function addByte(sum: number, byte: number): number {
  let next = sum ^ (byte << 24);
  for (let bit = 0; bit < 8; bit += 1) {
    next = next < 0 ? (next << 1) ^ polynomial : next << 1;
  }
  return next;
}
