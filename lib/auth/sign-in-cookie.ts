export interface SignInCookie {
  readonly name: string;
  readonly isSecure: boolean;
}

export function toSignInCookie(publicUrl: URL): SignInCookie {
  const isSecure = publicUrl.protocol === "https:";
  return { name: isSecure ? "__Host-rollcall" : "rollcall", isSecure };
}

/** The cookie's value in a request that Next did not parse. */
export function findCookie(headers: Headers, name: string): string | undefined {
  const start = `${name}=`;
  return headers
    .get("cookie")
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(start))
    ?.slice(start.length);
}
