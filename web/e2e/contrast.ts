import type { Locator, Page } from "@playwright/test";

/** A piece of text, and how its pixels stand out from those around them (WCAG: 1 to 21). */
export interface Label {
  text: string;
  contrast: number;
}

/** Measures what was painted, where rules about styles see nothing: text in drawings, over bars and over pictures. */
export async function contrasts(page: Page, labels: Locator): Promise<Label[]> {
  const boxes = await labels.evaluateAll((all) =>
    all.flatMap((one) => {
      const text = one.textContent?.trim() ?? "";
      const range = document.createRange();
      range.selectNodeContents(one);
      const { x, y, width, height } = range.getBoundingClientRect();
      return text && !one.closest(".sr-only") && width > 1 && height > 1
        ? [{ text, x: x + scrollX, y: y + scrollY, width, height }]
        : [];
    }),
  );
  const picture = (await page.screenshot({ fullPage: true })).toString("base64");
  // In a page of its own: what a page may do with pictures is its content policy's business.
  const desk = await page.context().newPage();
  try {
    return await desk.evaluate(measure, { picture, boxes });
  } finally {
    await desk.close();
  }
}

/** Runs in the browser. */
async function measure(of: {
  picture: string;
  boxes: { text: string; x: number; y: number; width: number; height: number }[];
}): Promise<Label[]> {
  const bytes = Uint8Array.from(atob(of.picture), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  if (!drawing) throw new Error("This browser draws nothing.");
  drawing.drawImage(bitmap, 0, 0);

  const luminance = (colour: number) => {
    const [red = 0, green = 0, blue = 0] = [colour >> 16, (colour >> 8) & 255, colour & 255].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return of.boxes.map(({ text, x, y, width, height }) => {
    const { data } = drawing.getImageData(x, y, Math.ceil(width), Math.ceil(height));
    const counts = new Map<number, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    // Most of a box is ground; the middle of a letter's stroke is what stands out most from it.
    const [[ground = 0] = []] = [...counts].sort(([, a], [, b]) => b - a);
    const under = luminance(ground);
    const contrast = Math.max(
      ...[...counts.keys()].map((colour) => {
        const over = luminance(colour);
        return (Math.max(over, under) + 0.05) / (Math.min(over, under) + 0.05);
      }),
    );
    return { text, contrast };
  });
}
