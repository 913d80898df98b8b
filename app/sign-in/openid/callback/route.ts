import type { NextRequest } from "next/server";
import { finishOpenId } from "@/lib/auth/open-id-routes";

export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  return finishOpenId(nextUrl.searchParams);
}
