/** Width and height of the saved picture; it can be scaled. Pixels. */
const SIZE = 480;

/** Hands a drawing to the reader as a file; nothing leaves the device. */
export function saveSvg(drawing: SVGElement, name: string): void {
  const copy = drawing.cloneNode(true) as SVGElement;
  copy.removeAttribute("class");
  copy.setAttribute("width", String(SIZE));
  copy.setAttribute("height", String(SIZE));
  const text = new XMLSerializer().serializeToString(copy);
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
