import { notFound } from "@/app/api/v1/api-error";

// The door lets no other methods in.
export { notFound as GET, notFound as POST };
