import { cutMiddle } from "./cut-middle";

/** Keeps the last part whole where there is room, for it says most, and as many of the first as fit. */
export function cutPath(path: string, longest: number): string {
  if (lengthOf(path) <= longest) return path;
  const end = path.lastIndexOf("/", path.length - 2);
  if (end <= 0) return cutMiddle(path, longest);
  const last = path.slice(end);
  // Between the first parts and the last stands "/…".
  const room = longest - lengthOf(last) - 2;
  if (room < 0) return `…/${cutMiddle(path.slice(end + 1), longest - 2)}`;
  const whole = path.slice(0, end).split("/");
  let head = whole[0] ?? "";
  for (const part of whole.slice(1)) {
    if (lengthOf(`${head}/${part}`) > room) break;
    head = `${head}/${part}`;
  }
  return lengthOf(head) > room ? `…${last}` : `${head}/…${last}`;
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
