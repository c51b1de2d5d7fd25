import { cleaned } from './cleaned.js';
import { typeface } from './typeface.js';
import type { Typeface } from './typeface.js';

/**
 * The bundled fonts, in the order of preference. The first writes most alphabets (Latin, Greek, Cyrillic, Hebrew,
 * Arabic, Armenian, Georgian) and many symbols. The others add Thai, Japanese with most traditional Chinese
 * characters, simplified Chinese, and Korean. Indic scripts are left out: resvg 2.6 sets their vowels on top of one
 * another.
 */
export const typefaces: readonly Typeface[] = [
  typeface('DejaVu Sans', 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  typeface('Noto Sans Thai', '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf'),
  typeface('BIZ UDPGothic', '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
  typeface('ZCOOL XiaoWei', '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf'),
  typeface('NanumGothic', '@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf'),
];

/**
 * The font that can write the most of this text. One writes all of it: resvg can't be relied on to find the right
 * one for each part of a text.
 */
export function typefaceFor(text: string): Typeface {
  const whole = cleaned(text).length;
  const written = ({ readable }: Typeface) => readable(text).length;
  return (
    typefaces.find((each) => written(each) === whole) ??
    typefaces.reduce((best, next) => (written(next) > written(best) ? next : best))
  );
}
