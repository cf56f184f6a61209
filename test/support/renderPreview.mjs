import MarkdownIt from 'markdown-it';

/** As VS Code's preview of Markdown renders: HTML is on there, and addresses become links. */
const preview = new MarkdownIt({ html: true, linkify: true });
preview.linkify.set({ fuzzyLink: false });

/** The HTML of a document in the preview. */
export const renderPreview = (text) => preview.render(text);
