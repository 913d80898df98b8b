/** Why nobody was signed in by OpenID Connect. */
export const openIdProblems = [
  /** The service did not answer, or not as such a service does. */
  "unreachable",
  /** It said no, or the person did. */
  "denied",
  /** Its answer is none to a question of this browser, or does not hold. */
  "refused",
  "no-role",
  "no-login",
  "login-taken",
  "disabled",
  /** This is one session more than the role may have. */
  "full",
  "too-many",
] as const;
export type OpenIdProblem = (typeof openIdProblems)[number];
