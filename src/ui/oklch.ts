/** Colours as people see them: lightness 0–1, chroma from 0 (grey), hue in degrees (Björn Ottosson's OKLab). */
export type Oklch = { lightness: number; chroma: number; hue: number };
type Triple = [number, number, number];

export function fromHex(hex: string): Oklch {
  const [red, green, blue] = channels(hex).map(linear) as Triple;
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const lightness = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short;
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  return { lightness, chroma: Math.hypot(a, b), hue: (Math.atan2(b, a) * 180) / Math.PI };
}

/** '#rrggbb'; a colour that screens cannot show loses chroma until they can. */
export function toHex(colour: Oklch): string {
  let rgb = toLinear(colour);
  for (let chroma = colour.chroma; !rgb.every(shown) && chroma > 0; chroma -= 0.002)
    rgb = toLinear({ ...colour, chroma: Math.max(0, chroma - 0.002) });
  return `#${rgb.map((value) => byte(gamma(Math.min(1, Math.max(0, value))))).join('')}`;
}

/** WCAG contrast of two '#rrggbb', 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lower, higher] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (higher + 0.05) / (lower + 0.05);
}

function toLinear({ lightness, chroma, hue }: Oklch): Triple {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map(linear) as Triple;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const gamma = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
const byte = (value: number): string =>
  Math.round(value * 255)
    .toString(16)
    .padStart(2, '0');
const shown = (value: number): boolean => value >= -0.0005 && value <= 1.0005;
