import type { Reply } from '../../engine/waevent';

/** The gateway's certificate was refused, so the connection ended before the request. */
const CERTIFICATE_REFUSED = /^CERT_|SELF_SIGNED_CERT|^ERR_TLS_CERT_ALTNAME_INVALID$|^UNABLE_TO_/;

/** n8n itself refuses addresses in restricted ranges, and hosts that its administrator blocks. */
const REFUSED_BY_N8N = ['SsrfBlockedHostnameError', 'SsrfBlockedIpError'];

/** The outcome if there was no reply. The library's message is left out, because it may contain the URL, and with it a
 *  secret. */
export function withoutAnswer(error: unknown): Reply {
  const { code, neverLeft, isRefused } = failed(error as Failed);
  if (isRefused) {
    const message = 'n8n does not let its nodes call this address. Its administrator can allow it.';
    return { outcome: 'not_sent', code: 'disconnected', message, retry: 'never' };
  }
  const inBrackets = code ? ` (${code})` : '';
  if (neverLeft) {
    return { outcome: 'not_sent', code: 'disconnected', message: `The gateway cannot be reached${inBrackets}.`, retry: 'after' };
  }
  const message = `The gateway did not reply${inBrackets}. The event may still have been sent.`;
  return { outcome: 'unknown', code: 'unreadable', message, retry: 'check_first' };
}

/** A failure reported by the system, perhaps as the cause of a library's error. With several addresses there is one for
 *  each. */
interface Failed {
  name?: unknown;
  code?: unknown;
  syscall?: unknown;
  errors?: Failed[];
  cause?: Failed;
}

/**
 * What failed, and whether that was before there was a connection, so nothing has left. The code alone does not show
 * this, because a connection that broke later may also report EHOSTUNREACH. The system call does.
 */
function failed(error: Failed | undefined): { code?: string; neverLeft: boolean; isRefused?: boolean } {
  if (error === undefined || error === null) return { neverLeft: false };
  if (typeof error.name === 'string' && REFUSED_BY_N8N.includes(error.name)) return { neverLeft: true, isRefused: true };
  if (Array.isArray(error.errors) && error.errors.length > 0) {
    const all = error.errors.map(failed);
    return { code: all[0]?.code, neverLeft: all.every(({ neverLeft }) => neverLeft) };
  }
  const code = typeof error.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(error.code) ? error.code : undefined;
  if (code !== undefined && CERTIFICATE_REFUSED.test(code)) return { code, neverLeft: true };
  if (typeof error.syscall === 'string') return { code, neverLeft: ['connect', 'getaddrinfo'].includes(error.syscall) };
  const deeper = failed(error.cause);
  return { ...deeper, code: deeper.code ?? code };
}
