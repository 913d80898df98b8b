import type { ComponentProps } from "react";

type ButtonLook = "plain" | "quiet" | "accent" | "danger";

const looks = {
  plain: "border-line bg-card text-text shadow-xs hover:bg-hover",
  quiet: "border-transparent text-muted hover:bg-hover hover:text-text",
  accent: "border-transparent bg-accent text-on-fill hover:brightness-110",
  danger: "border-transparent bg-danger text-on-fill hover:brightness-110",
} as const satisfies Record<ButtonLook, string>;

interface ButtonProps extends Omit<ComponentProps<"button">, "className"> {
  readonly look?: ButtonLook;
  readonly isWide?: boolean;
}

const shape =
  "inline-flex h-9 items-center justify-center gap-2 whitespace-nowrap rounded-lg border px-3.5 text-[0.8125rem] font-medium transition-colors duration-100 disabled:opacity-55 aria-disabled:opacity-55";

export function Button({ look = "plain", isWide = false, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={`${buttonClasses(look)} ${isWide ? "w-full" : ""}`} {...rest} />
  );
}

/** For what is no button and looks like one. */
export function buttonClasses(look: ButtonLook): string {
  return `${shape} ${looks[look]}`;
}
