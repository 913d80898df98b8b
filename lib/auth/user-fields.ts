import { type Reason, reason } from "@/lib/sessions/reason";
import type { UserProblems } from "@/lib/sessions/user";
import { findNameProblem } from "./login";
import { findPasswordProblem } from "./password-rules";

interface TypedFields {
  readonly name: string | null;
  readonly email: string | null;
  /** Absent where they stay as they are. */
  readonly login?: string;
  readonly password?: string;
}

export function findUserProblems({ login, name, email, password }: TypedFields): UserProblems {
  const found = {
    login: login === undefined ? undefined : findNameProblem(login),
    name: name === null ? undefined : findPersonNameProblem(name),
    email: email === null ? undefined : findEmailProblem(email),
    password:
      password === undefined
        ? undefined
        : findPasswordProblem(password, { login: login ?? "", name }),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
}

function findEmailProblem(email: string): Reason | undefined {
  return email.length <= 254 && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email)
    ? undefined
    : reason("emailUnfit");
}

function findPersonNameProblem(name: string): Reason | undefined {
  return /^\P{Cc}{1,100}$/u.test(name) ? undefined : reason("personNameUnfit");
}
