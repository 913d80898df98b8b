import { rollcall } from "@/lib/rollcall";

export async function GET(): Promise<Response> {
  const isHealthy = await rollcall().isHealthy();
  return Response.json(
    { status: isHealthy ? "ok" : "failing" },
    { status: isHealthy ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

export const dynamic = "force-dynamic";
