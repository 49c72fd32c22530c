/**
 * A parsed message without the wrapping of its plain words (libs/web/ui/src/text/compiled.ts puts it back).
 * @param {readonly import('@formatjs/icu-messageformat-parser').MessageFormatElement[]} elements
 */
export const compactMessage = (elements) => elements.map((each) => (each.type === 0 ? each.value : each));
