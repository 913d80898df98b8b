export interface SignInCookie {
  readonly name: string;
  /** Of the cookie by which a browser is known that somebody has signed in with. */
  readonly browserName: string;
  /** Of the cookie that holds what an OpenID Connect service was asked. */
  readonly openIdName: string;
  readonly isSecure: boolean;
}

export function toSignInCookie(publicUrl: URL): SignInCookie {
  const isSecure = publicUrl.protocol === "https:";
  const name = isSecure ? "__Host-rollcall" : "rollcall";
  return { name, browserName: `${name}-browser`, openIdName: `${name}-openid`, isSecure };
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
