# The compiler stays behind in the first stage.
FROM node:24.19.0-slim@sha256:a9f5f7c91a432850b2a8a7797adf5eadb6c733ceed61167806cee7ea7fbc29df AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json ./
COPY src ./src
COPY commands ./commands
RUN npm run build

FROM node:24.19.0-slim@sha256:a9f5f7c91a432850b2a8a7797adf5eadb6c733ceed61167806cee7ea7fbc29df
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY --from=build /app/dist ./dist
# the embedded ledger; mount a volume here to keep it
RUN mkdir data && chown node:node data
VOLUME /app/data
USER node
# The program answers SIGTERM by finishing what is in flight.
STOPSIGNAL SIGTERM
# Not 8080, where `npm run serve` listens; reachable from outside the container, for whoever scrapes and probes it.
ENV HEALTH_HOST=0.0.0.0 HEALTH_PORT=8081
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
