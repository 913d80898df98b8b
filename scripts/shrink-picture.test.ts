import { crc32, deflateSync, inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { shrinkPicture } from "./shrink-picture";

const width = 3;
const height = 5;
const colours = [0x0a141e, 0xffffff, 0x800040];
const pixels = Array.from({ length: width * height }, (_, at) => colours[(at * at) % 3] ?? 0);

it("keeps each pixel of a picture with few colours, whichever way its rows were packed", () => {
  const chunks = readChunks(shrinkPicture(makePng()));
  expect([...(chunks.get("IHDR") ?? [])].slice(8)).toEqual([8, 3, 0, 0, 0]);
  const palette = chunks.get("PLTE") ?? Buffer.alloc(0);
  const rows = inflateSync(chunks.get("IDAT") ?? "");
  const found = pixels.map((_, at) => {
    const index = rows[at + Math.floor(at / width) + 1] ?? 0;
    return palette.readUIntBE(index * 3, 3);
  });
  expect(found).toEqual(pixels);
});

it("says so of a picture that it cannot read", () => {
  const grey = makePng();
  grey[25] = 0;
  expect(() => shrinkPicture(grey)).toThrow("not a PNG as Chromium writes it");
});

/** A row for each of the five ways to pack one. */
function makePng(): Buffer {
  const bytes = pixels.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
  const rowBytes = width * 3;
  const rows = Array.from({ length: height }, (_, row) => {
    const packed = bytes.slice(row * rowBytes, (row + 1) * rowBytes).map((byte, column) => {
      const at = row * rowBytes + column;
      const left = column < 3 ? 0 : (bytes[at - 3] ?? 0);
      const above = bytes[at - rowBytes] ?? 0;
      const corner = column < 3 ? 0 : (bytes[at - rowBytes - 3] ?? 0);
      const beside = [left, above, corner].map((near) => Math.abs(left + above - corner - near));
      const nearest = [left, above, corner][beside.indexOf(Math.min(...beside))] ?? 0;
      const guess = [0, left, above, Math.floor((left + above) / 2), nearest][row] ?? 0;
      return (byte - guess) & 255;
    });
    return [row, ...packed];
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const data = deflateSync(Buffer.from(rows.flat()));
  const chunks = [toChunk("IHDR", header), toChunk("IDAT", data), toChunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

function toChunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

function readChunks(png: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const named = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks.set(named.toString("latin1", 0, 4), named.subarray(4));
    at += length + 12;
  }
  return chunks;
}
