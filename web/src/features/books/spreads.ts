/** The pages that lie open together: the first alone on the right, then left and right, and what is left over. */
export function spreads(pages: number): number[][] {
  const all: number[][] = pages > 0 ? [[1]] : [];
  for (let left = 2; left <= pages; left += 2) all.push(left + 1 <= pages ? [left, left + 1] : [left]);
  return all;
}

/** Where a page is found; the first spread for a page there is not. */
export function spreadOf(page: number, pages: number): number {
  return page >= 1 && page <= pages ? Math.floor(page / 2) : 0;
}
