FROM node:24-bookworm-slim AS build
WORKDIR /opt/rollcall
COPY . .
# Installs, makes the database client, builds the pages; then what only building and testing need goes.
RUN npm run build && npm prune --omit=dev && rm -rf .next/cache

FROM node:24-bookworm-slim
WORKDIR /opt/rollcall
# Root owns the program, so that the account it runs as cannot change it.
COPY --from=build /opt/rollcall .
RUN install -d -o node -g node -m 0700 /data
ENV NODE_ENV=production HOST=0.0.0.0 ROLLCALL_DATA=/data
USER node
VOLUME /data
EXPOSE 3000
# Rollcall answers under the address in ROLLCALL_URL only.
HEALTHCHECK CMD ["node", "scripts/ask-health.mjs"]
CMD ["node_modules/.bin/node", "--import", "tsx", "scripts/start.ts"]
