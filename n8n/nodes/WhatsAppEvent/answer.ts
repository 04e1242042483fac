import { sleep } from 'n8n-workflow';

/** How much of a reply is read. What is longer counts as cut off for `parseReply`, which never takes that for sent. */
const MAX_BYTES = 1 << 20;

/** A body as n8n's helper streams it. */
interface Streamed extends AsyncIterable<Uint8Array> {
  destroy(error?: Error): void;
}

/**
 * The text of a reply, or a little more than counts as whole. It throws where the rest takes too long to come. What is no
 * stream, as a stand-in for n8n's helper may give it, stays what it is: `parseReply` reads texts, bytes and objects.
 */
export async function bodyOf(body: unknown, timeoutSeconds: number): Promise<unknown> {
  if (!isStreamed(body)) return body;
  // n8n's own timeout ends where the reply begins.
  const read = new AbortController();
  const late = Object.assign(new Error('The answer did not end'), { code: 'ETIMEDOUT' });
  sleep(timeoutSeconds * 1000, read.signal).then(() => body.destroy(late), () => {});
  try {
    return await beginningOf(body);
  } finally {
    read.abort();
  }
}

async function beginningOf(body: Streamed): Promise<string> {
  // A byte order mark counts, so the text has no fewer bytes than were read.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let bytes = 0;
  let text = '';
  // To leave the loop ends the connection.
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    bytes += chunk.length;
    if (bytes > MAX_BYTES) break;
  }
  return text + decoder.decode();
}

const isStreamed = (body: unknown): body is Streamed =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;
