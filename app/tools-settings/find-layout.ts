import { cookies } from "next/headers";
import { type Layout, layoutCookie, toLayout } from "@/components/sessions/layout";
import type { SessionKind } from "@/lib/sessions/session";

/** How the operator has laid the page out before. */
export async function findLayout(kind: SessionKind): Promise<Layout> {
  return toLayout((await cookies()).get(layoutCookie(kind))?.value);
}
