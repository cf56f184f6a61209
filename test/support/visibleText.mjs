/* global document, NodeFilter, Range */

/**
 * What of each row can be read: the text up to where the row's end cuts it off. Runs inside the page.
 * @returns {string[]}
 */
export function visibleTexts(elements) {
  return elements.map((element) => {
    const label = element.querySelector('.monaco-icon-label');
    if (!label) return '';
    const end = label.getBoundingClientRect().right;
    const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let index = 0; index < node.data.length; index++) {
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        if (range.getBoundingClientRect().right > end) return text;
        text += node.data[index];
      }
      text += ' ';
    }
    return text.trim();
  });
}
