/** What the page asks of its own process; nothing here leaves this computer. */

export class Refusal extends Error {}

/**
 * @param {string} path below the page's own address
 * @param {object} [told] what to send; without it, the request only reads
 * @returns {Promise<any>}
 */
export async function ask(path, told) {
  const how = told && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(told) };
  const answer = await fetch(path, how || {});
  const heard = await answer.json();
  if (!answer.ok) throw new Refusal(heard.refused);
  return heard;
}

/** @param {string} id @returns {Promise<string>} an address of the picture in this window's memory */
export async function picture(id) {
  const answer = await fetch(`picture/${id}`);
  if (!answer.ok) throw new Refusal((await answer.json()).refused);
  return URL.createObjectURL(await answer.blob());
}
