import type { Role } from "./session";

/** What somebody signs in to the demo with, which shows it to everybody. */
export interface DemoLogin {
  readonly login: string;
  readonly password: string;
  readonly role: Role;
  readonly isViewer: boolean;
}
