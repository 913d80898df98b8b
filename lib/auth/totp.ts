import { Secret, TOTP } from "otpauth";

const settings = { issuer: "Rollcall", algorithm: "SHA1", digits: 6, period: 30 } as const;

/** 160 bits, base32: what an authenticator app takes. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** For the QR code. */
export function toTotpUri(secret: string, login: string): string {
  return new TOTP({ ...settings, label: login, secret }).toString();
}

/** The time step this code is of: now, or one before or after, for clocks that differ. */
export function findTotpStep(secret: string, code: string, now: Date): number | undefined {
  const totp = new TOTP({ ...settings, secret });
  const timestamp = now.getTime();
  const delta = totp.validate({ token: code, timestamp, window: 1 });
  return delta === null ? undefined : totp.counter({ timestamp }) + delta;
}

export function toTotpTime(step: number): Date {
  return new Date(step * settings.period * 1000);
}
