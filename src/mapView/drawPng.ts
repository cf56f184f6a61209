/** No browser draws a canvas with a longer side. */
const longest = 16_000;
/** Twice the pixels, to be read on any screen, where they fit. */
const sharp = 2;

/** A picture, drawn on a canvas: a PNG in base64. Rejects when it cannot be drawn. */
export async function drawPng(svg: string): Promise<string> {
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
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  } finally {
    URL.revokeObjectURL(url);
  }
}
