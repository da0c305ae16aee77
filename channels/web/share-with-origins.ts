/**
 * Cross-origin headers for a widget on other sites. Nothing here rides on cookies, so any site may ask unless origins are listed; the
 * bearer token alone opens a conversation.
 */
export function shareWithOrigins(allowed: readonly string[]) {
  return (request: Request): Record<string, string> => {
    const origin = request.headers.get('origin')
    if (allowed.length === 0) return { 'access-control-allow-origin': '*', ...exposed }
    if (origin === null || !allowed.includes(origin)) return { vary: 'Origin' }
    return { 'access-control-allow-origin': origin, vary: 'Origin', ...exposed }
  }
}

const exposed = { 'access-control-expose-headers': 'Retry-After' }

/** What a browser is told before it sends a request of another site. */
export const preflight = {
  'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type, Last-Event-ID',
  'access-control-max-age': '7200',
}
