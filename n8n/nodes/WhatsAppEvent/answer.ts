import { sleep } from 'n8n-workflow';

/** How much of a reply is read. `parseReply` treats a longer one as cut off, and never reports it as sent. */
const MAX_BYTES = 1 << 20;

/** A body as n8n's helper streams it. */
interface Streamed extends AsyncIterable<Uint8Array> {
  destroy(error?: Error): void;
}

/**
 * The text of a reply. If the reply is too long, a little more than the limit is returned. Throws if the rest takes too
 * long to arrive. A body that is not a stream, as in tests, is returned unchanged: `parseReply` reads texts, bytes and
 * objects.
 */
export async function bodyOf(body: unknown, timeoutSeconds: number): Promise<unknown> {
  if (!isStreamed(body)) return body;
  // n8n's own timeout stops counting when the reply begins.
  const read = new AbortController();
  const late = Object.assign(new Error('The reply did not end in time'), { code: 'ETIMEDOUT' });
  sleep(timeoutSeconds * 1000, read.signal).then(() => body.destroy(late), () => {});
  try {
    return await beginningOf(body);
  } finally {
    read.abort();
  }
}

async function beginningOf(body: Streamed): Promise<string> {
  // The byte order mark is kept, so the text has no fewer bytes than were read.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let bytes = 0;
  let text = '';
  // Leaving the loop closes the connection.
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    bytes += chunk.length;
    if (bytes > MAX_BYTES) break;
  }
  return text + decoder.decode();
}

const isStreamed = (body: unknown): body is Streamed =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;
