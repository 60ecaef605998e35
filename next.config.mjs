/** What the API answers is data: nothing in it may run, even if a browser is led to show it as a page. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  env: { READER_EARLY: process.env.READER_EARLY ?? '' }, // scripts/assets.mjs
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['pg', '@node-rs/argon2', 'pino', '@prisma/client', '@prisma/adapter-pg'],
  headers: async () => [
    { source: '/api/((?!docs$).*)', headers: [{ key: 'Content-Security-Policy', value: API_POLICY }] },
  ],
  typescript: { ignoreBuildErrors: true }, // checked on its own, once, by the checks
}
