// For the health check of a container: exit 0 when Rollcall on this machine says that it is well.
import { get } from "node:http";

const { PORT: port = "3000", HOST: host = "127.0.0.1", ROLLCALL_URL: url } = process.env;
const headers = url ? { host: new URL(url).host } : {};

get({ host, port, path: "/api/v1/health", headers, timeout: 5000 }, ({ statusCode }) => {
  process.exit(statusCode === 200 ? 0 : 1);
})
  .on("timeout", () => process.exit(1))
  .on("error", () => process.exit(1));
