import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClasses } from "./button";

interface ButtonLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** Leads somewhere, and is what a person should do next. */
export function ButtonLink({ href, children }: ButtonLinkProps) {
  return (
    <Link href={href} className={buttonClasses("accent")}>
      {children}
    </Link>
  );
}
