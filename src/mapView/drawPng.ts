/** No browser draws a canvas with a longer side. */
const longest = 16_000;
/** Twice the pixels, to be read on any screen, where they fit. */
const sharp = 2;

/** A picture, drawn on a canvas: a PNG in base64. Undefined when it cannot be drawn: it may be larger than any canvas. */
export async function drawPng(svg: string): Promise<string | undefined> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { width, height } = image;
    const scale = Math.min(sharp, longest / width, longest / height);
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const [, png] = canvas.toDataURL('image/png').split(',');
    return png === '' ? undefined : png;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}
