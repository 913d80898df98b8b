import type { Page } from "@playwright/test";
import { german } from "@/components/words/de";
import { english } from "@/components/words/en";

/** English texts of two words or more that stand on a page, in sight, in a hint or for a screen reader. */
export async function findEnglish(page: Page): Promise<readonly string[]> {
  const shown = await page.evaluate(() => {
    const attributes = ["aria-label", "title", "placeholder", "alt", "data-hint", "data-before"];
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && !node.parentElement?.closest("script, style")) {
        texts.push(node.data);
      }
      if (node instanceof Element) {
        texts.push(...attributes.map((name) => node.getAttribute(name) ?? ""));
      }
    }
    return texts.join("\n");
  });
  return phrases.filter((phrase) => shown.includes(phrase));
}

const inGerman = new Set(textsOf(german));
/** What German writes alike is not English that was left. */
const phrases = [...new Set(textsOf(english))].filter(
  (text) => /\p{L}{2} \p{L}{2}/u.test(text) && !inGerman.has(text),
);

function textsOf(words: unknown): readonly string[] {
  // What stands around the values of a reason.
  if (typeof words === "string") return words.split(/\{\w+\}/);
  if (typeof words === "function") return partsOf(String(words));
  if (typeof words !== "object" || words === null) return [];
  return [...(words instanceof Map ? words.values() : Object.values(words))].flatMap(textsOf);
}

/** What a text says around the values that it is given. */
function partsOf(code: string): readonly string[] {
  const parts = code.split(/\$\{|[`"{}]/).map((part) => part.trim());
  return parts.filter((part) => /^[\p{L}\d ,;:.'’?!-]+$/u.test(part) && part.split(" ").length > 2);
}
