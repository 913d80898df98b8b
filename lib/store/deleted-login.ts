/** Nobody can have it: a login holds no space. */
export function toDeletedLogin({
  login,
  id,
}: {
  readonly login: string;
  readonly id: string;
}): string {
  return `${login} (deleted ${id})`;
}

/** The login that somebody has, or had. */
export function toFormerLogin(login: string): string {
  return login.split(" ", 1).join();
}
