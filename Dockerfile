# Builds once, runs as an ordinary user. The database is a service of its own (deploy/compose.yaml).
FROM node:24-bookworm-slim AS build
WORKDIR /assay
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
WORKDIR /assay
ENV NODE_ENV=production HOST=0.0.0.0 ASSAY_DATA=/data
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=node:node /assay /assay
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD node -e "fetch('http://127.0.0.1:3000/api/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "scripts/start.mjs"]
