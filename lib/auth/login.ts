import { type Reason, reason } from "@/lib/sessions/reason";

const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u;

/** Undefined when this may be the login of a user or the name of a token. */
export function findNameProblem(name: string): Reason | undefined {
  return namePattern.test(name) ? undefined : reason("loginUnfit");
}
