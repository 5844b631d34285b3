// Questions to the server.

let token;

export const introduce = (given) => void (token = given);

/** The JSON of `/-/<what>`, or null where there is none. */
export async function ask(what, query) {
  const asked = new URLSearchParams({ token, ...query });
  const answer = await fetch(`/-/${what}?${asked}`, { cache: "no-store" }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}
