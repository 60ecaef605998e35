import { NextResponse, type NextRequest } from 'next/server'

/**
 * The content security policy of pages, with a nonce of its own for each answer. It decides nothing about access; the API
 * has a policy of its own (next.config.mjs), and bodies of uploads never come through here.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = policyWith(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

function policyWith(nonce: string): string {
  const development = process.env.NODE_ENV === 'development'
  const rules = {
    'default-src': "'none'",
    'script-src': `'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'style-src': development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'style-src-attr': development ? "'unsafe-inline'" : "'none'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': development ? "'self' ws:" : "'self'",
    'manifest-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    ...(process.env.NEXTAUTH_URL?.startsWith('https:') && { 'upgrade-insecure-requests': '' }),
  }
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}

export const config = { matcher: ['/((?!api/(?!docs$)|_next/static/|icon.svg).*)'] }
