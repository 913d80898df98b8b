/**
 * One form for a domain in all its spellings: lower case, without a dot at its end, international
 * names in ASCII. Undefined for a text that is no domain.
 */
export function toPlainDomain(text: string): string | undefined {
  const name = text.trim().replace(/\.$/, "").toLowerCase();
  const plain = isAscii.test(name) ? name : toAscii(name);
  const isName = plain !== undefined && plain.length <= longestName && domainName.test(plain);
  return isName ? plain : undefined;
}

function toAscii(name: string): string | undefined {
  return isSpelling.test(name) ? URL.parse(`http://${name}/`)?.hostname : undefined;
}

const isAscii = /^[\da-z.-]*$/;
const isSpelling = /^[\p{L}\p{M}\p{N}.-]*$/u;
const longestName = 253;

/** A letter in the last part sets it apart from an IP address. */
const domainName = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])?$/;
