import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;

/**
 * A third of the size, at a look the same: the 256 colours that a PNG uses most, and for each other one
 * the nearest of them. Of screens, which have few colours but for the edges of letters.
 */
export function shrinkPicture(png: Buffer): Buffer {
  const { header, pixels, width, height } = readPixels(png);
  const palette = choosePalette(pixels);
  const indexOf = nearestIn(palette);
  const rows = Buffer.alloc((width + 1) * height);
  for (const [at, colour] of pixels.entries()) {
    rows[at + Math.floor(at / width) + 1] = indexOf(colour);
  }
  // A byte a pixel, by palette.
  header.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap(toParts));
  const data = deflateSync(rows, { level: 9, memLevel: 9 });
  const chunks = [
    ["IHDR", header],
    ["PLTE", colours],
    ["IDAT", data],
    ["IEND", Buffer.alloc(0)],
  ] as const;
  return Buffer.concat([signature, ...chunks.map(([name, body]) => toChunk(name, body))]);
}

function readPixels(png: Buffer) {
  const chunks = readChunks(png);
  const header = Buffer.from(chunks.find(({ name }) => name === "IHDR")?.body ?? "");
  const [depth, kind] = [header[8], header[9]];
  if (depth !== 8 || (kind !== 2 && kind !== 6)) throw new Error("not a PNG as Chromium writes it");
  const [width, height, bytes] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    kind === 2 ? 3 : 4,
  ];
  const packed = chunks.filter(({ name }) => name === "IDAT").map(({ body }) => body);
  const rows = unfilter(inflateSync(Buffer.concat(packed)), width * bytes, bytes);
  const pixels = new Uint32Array(width * height);
  for (const at of pixels.keys()) pixels[at] = rows.readUIntBE(at * bytes, 3);
  return { header, pixels, width, height };
}

function readChunks(png: Buffer) {
  const chunks: { readonly name: string; readonly body: Buffer }[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const name = png.toString("latin1", at + 4, at + 8);
    chunks.push({ name, body: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Each row begins with the way its bytes are told from those beside and above (PNG, 9.2). */
function unfilter(packed: Buffer, rowBytes: number, pixelBytes: number): Buffer {
  const rows = Buffer.alloc((packed.length / (rowBytes + 1)) * rowBytes);
  for (const at of rows.keys()) {
    const [row, column] = [Math.floor(at / rowBytes), at % rowBytes];
    const isFirst = column < pixelBytes;
    const left = isFirst ? 0 : (rows[at - pixelBytes] ?? 0);
    const above = rows[at - rowBytes] ?? 0;
    const corner = isFirst ? 0 : (rows[at - rowBytes - pixelBytes] ?? 0);
    const way = packed[row * (rowBytes + 1)] ?? 0;
    const told = packed[row * (rowBytes + 1) + 1 + column] ?? 0;
    rows[at] = told + expected(way, { left, above, corner });
  }
  return rows;
}

interface Around {
  readonly left: number;
  readonly above: number;
  readonly corner: number;
}

function expected(way: number, { left, above, corner }: Around): number {
  const ways = [0, left, above, Math.floor((left + above) / 2), paeth({ left, above, corner })];
  return ways[way] ?? 0;
}

function paeth({ left, above, corner }: Around): number {
  const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function choosePalette(pixels: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byUse = [...counts].sort(([, one], [, other]) => other - one);
  return byUse.slice(0, mostColours).map(([colour]) => colour);
}

function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  const find = (colour: number) => {
    const distances = palette.map((other) => distanceOf(colour, other));
    return distances.indexOf(Math.min(...distances));
  };
  return (colour) => {
    const index = known.get(colour) ?? find(colour);
    known.set(colour, index);
    return index;
  };
}

function distanceOf(one: number, other: number): number {
  const parts = toParts(other);
  return toParts(one).reduce((sum, part, index) => sum + (part - (parts[index] ?? 0)) ** 2, 0);
}

function toParts(colour: number): readonly number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function toChunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
