import { notFound } from "@/app/api/v1/api-error";
import { rollcall } from "@/lib/rollcall";

export async function GET(): Promise<Response> {
  const isHealthy = await rollcall().isHealthy();
  return Response.json({ status: isHealthy ? "ok" : "failing" }, { status: isHealthy ? 200 : 503 });
}

export { notFound as POST };

export const dynamic = "force-dynamic";
