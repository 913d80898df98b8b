import type { NextRequest } from "next/server";
import { beginOpenId } from "@/lib/auth/open-id-routes";

/** `?anew`: the person proves who they are, also where the service still knows. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  return beginOpenId({ isAnew: nextUrl.searchParams.has("anew") });
}
