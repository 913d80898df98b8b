import { rollcall } from "@/lib/rollcall";
import { isStoreError } from "@/lib/sessions/store-trouble";
import { apiError, withoutDatabase } from "./api-error";

type Route<Context> = (request: Request, context: Context) => Promise<Response>;

/** A bug is answered in the shape of every other error; Next would answer with an empty body. */
export function apiRoute<Context>(route: Route<Context>): Route<Context> {
  return async (request, context) => {
    try {
      return await route(request, context);
    } catch (error) {
      rollcall().reportBug(error);
      if (isStoreError(error)) return withoutDatabase();
      return apiError(500, "bug", "Rollcall failed on this request: its log says where.");
    }
  };
}
