/** The pages that a list of feeds names; the feed itself where it names no page. Nothing is fetched. */
export function addressesIn(opml: string): string[] {
  const parsed = new DOMParser().parseFromString(opml, "text/xml");
  const found = [...parsed.querySelectorAll("outline")].flatMap((outline) => {
    const address = outline.getAttribute("htmlUrl") || outline.getAttribute("xmlUrl") || "";
    return /^https?:\/\//i.test(address) ? [address] : [];
  });
  return [...new Set(found)];
}
