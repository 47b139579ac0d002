// The HTTP API of the monitor, as the pages use it.

export async function getJson(path) {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (response.ok) return response.json();
  let detail = `${response.status} ${response.statusText}`;
  if (response.headers.get('content-type')?.includes('json')) {
    const problem = await response.json();
    detail = problem.detail ?? problem.title ?? detail;
  }
  throw new Error(detail);
}

// Server-sent events. The browser reconnects by itself and says which event it saw last.
export function openStream({ live, lost, alert, reset }) {
  const source = new EventSource('/api/alerts/stream');
  source.addEventListener('open', live);
  source.addEventListener('error', lost);
  source.addEventListener('alert-raised', event => alert(JSON.parse(event.data)));
  source.addEventListener('alert-updated', event => alert(JSON.parse(event.data)));
  source.addEventListener('reset', reset);
  return source;
}
