// Measures how readable text is.

/** The WCAG contrast between the first element that matches and the nearest painted background. */
export async function contrast(page, selector) {
  const colours = await page.locator(selector).first().evaluate((one) => {
    let behind = one;
    while (getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
    return [getComputedStyle(one).color, getComputedStyle(behind).backgroundColor];
  });
  const [light, dark] = colours.map(lightness).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The relative luminance as WCAG defines it. */
export function lightness(colour) {
  const [red, green, blue] = colour.match(/\d+/g).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
