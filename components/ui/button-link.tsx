import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClasses } from "./button";

interface ButtonLinkProps {
  readonly href: string;
  readonly look?: "accent" | "plain";
  readonly children: ReactNode;
}

/** Leads somewhere, and is what a person should do next. */
export function ButtonLink({ href, look = "accent", children }: ButtonLinkProps) {
  return (
    <Link href={href} className={buttonClasses(look)}>
      {children}
    </Link>
  );
}
