// What a province's own system does over HTTP: it commands a wall, looks at it, and asks what became of a command.
export type ApiAnswer = { readonly status: number; readonly body: Record<string, unknown> };

type Asking = { readonly port: number; readonly token: string };

async function answerOf(response: Response): Promise<ApiAnswer> {
  return { status: response.status, body: JSON.parse(await response.text()) };
}

export async function look({ port, token }: Asking, path: string): Promise<ApiAnswer> {
  const headers = { authorization: `Bearer ${token}` };
  return answerOf(await fetch(`http://127.0.0.1:${port}${path}`, { headers }));
}

/** `POST /walls/main/commands`, unless told otherwise. */
export async function commandWall(
  { port, token }: Asking,
  body: unknown,
  path = '/walls/main/commands',
): Promise<ApiAnswer> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return answerOf(await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body: text }));
}
