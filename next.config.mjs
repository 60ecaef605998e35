/** Headers that are the same on every answer. The policy for content is per request: see proxy.ts and app/_door. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  ...(process.env.NEXTAUTH_URL?.startsWith('https:') && {
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  }),
}

/** What the API answers is data: nothing in it may run, even if a browser is led to show it as a page. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"

const asList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }))

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['pg', '@node-rs/argon2', 'pino', '@prisma/client', '@prisma/adapter-pg'],
  headers: async () => [
    { source: '/(.*)', headers: asList(HEADERS) },
    { source: '/api/(.*)', headers: asList({ 'Content-Security-Policy': API_POLICY }) },
  ],
  typescript: { ignoreBuildErrors: true }, // checked on its own, once, by the checks
}
