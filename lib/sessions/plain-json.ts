// JSON itself escapes no more than the first 32. A terminal obeys some of these, and shows none of them.
const unseen = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The same JSON, in which every letter is one that can be seen: names in it are chosen by strangers. */
export function toPlainJson(json: string): string {
  return json.replace(unseen, (letter) => {
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
