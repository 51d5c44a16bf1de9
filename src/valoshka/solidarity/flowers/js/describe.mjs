// A flower in words, for whoever cannot see it: what Python's `describe` says. Words: words/<language>.mjs.

import { PALETTES, SEASONS } from "./colours.mjs";

/**
 * @param {{kind: string, palette: number, season: number, buds: number}} flower
 * @param {{comma: string, stop: string, flowers: Record<string, Record<string, string>>, buds: string[],
 *   seasons: Record<string, string>, rye: string}} words
 */
export function describe(flower, words) {
  const season = SEASONS[flower.season];
  const plant = words.flowers[flower.kind][PALETTES[flower.kind][flower.palette].code];
  const parts = [`${plant} ${words.buds[flower.buds]}`.trimEnd(), words.seasons[season.code]];
  if (season.straw) parts.push(words.rye);
  return parts.join(words.comma) + words.stop;
}
