import { z } from "zod";
import { notFound } from "@/app/api/v1/api-error";
import {
  actSchema,
  errorSchema,
  healthSchema,
  outcomesSchema,
  rollSchema,
  sessionSchemas,
} from "@/app/api/v1/schemas";
import { type SessionKind, sessionKinds } from "@/lib/sessions/session";

export function GET(): Response {
  return Response.json({
    openapi: "3.1.0",
    info: { title: "Rollcall", version: "1" },
    servers: [{ url: "/" }],
    security: [{ token: [] }],
    paths: {
      "/api/v1/health": health,
      "/api/v1/openapi.json": itself,
      ...Object.fromEntries(sessionKinds.flatMap(pathsOf)),
    },
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  });
}

export { notFound as POST };

const errors = errorsOf(400, 401, 403, 404, 409, 411, 413, 421, 429, 500, 503);

const health = {
  get: {
    summary: "Whether the database answers and the poller runs",
    security: [],
    responses: {
      200: answer("Both do.", healthSchema),
      503: answer("One of them does not.", healthSchema),
      ...errorsOf(400, 421, 500),
    },
  },
};

const itself = {
  get: {
    summary: "This description",
    security: [],
    responses: {
      200: { description: "OpenAPI 3.1", content: { "application/json": { schema: {} } } },
      ...errorsOf(400, 421, 500),
    },
  },
};

function pathsOf(kind: SessionKind): [string, unknown][] {
  const list = {
    summary: `${kind} sessions of every source`,
    parameters: [
      { name: "fresh", in: "query", schema: { const: "1" }, description: "Asks every source now." },
    ],
    responses: { 200: answer("The roll.", rollSchema(sessionSchemas[kind])), ...errors },
  };
  const act = {
    summary: `Acts on ${kind} sessions; one outcome a ref, in order`,
    requestBody: { required: true, content: jsonOf(actSchema) },
    responses: { 200: answer("What became of each.", outcomesSchema), ...errors },
  };
  return [
    [`/api/v1/sessions/${kind}`, { get: list }],
    [`/api/v1/sessions/${kind}/act`, { post: act }],
  ];
}

function errorsOf(...statuses: readonly number[]) {
  return Object.fromEntries(statuses.map((status) => [status, answer("Error", errorSchema)]));
}

function answer(description: string, schema: z.ZodType) {
  return { description, content: jsonOf(schema) };
}

function jsonOf(schema: z.ZodType) {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema);
  return { "application/json": { schema: json } };
}
