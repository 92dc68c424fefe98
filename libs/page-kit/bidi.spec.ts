import { isolatePage, isolateText } from './bidi.js';

describe('a name written from right to left', () => {
  it('is kept apart in a sentence, so that the words and numbers after it stay in order', () => {
    expect(isolatePage('<p>محمد حسن, 12 (age 9)</p>')).toBe('<p><bdi>محمد حسن</bdi>, 12 (age 9)</p>');
  });

  it('is kept apart from the next name of a list', () => {
    expect(isolatePage('<li>محمد, علي</li>')).toBe('<li><bdi>محمد</bdi>, <bdi>علي</bdi></li>');
  });

  it('is kept apart inside a longer sentence and beside Latin letters', () => {
    expect(isolatePage('Chloe and דוד כהן met')).toBe('Chloe and <bdi>דוד כהן</bdi> met');
  });

  it('is unchanged in what a form holds and in attributes', () => {
    const page = '<input value="محمد"><textarea name="x">محمد</textarea><a title="محمد">';
    expect(isolatePage(page)).toBe(page);
  });

  it('is kept apart by marks where no tag can stand', () => {
    expect(isolatePage('<title>محمد – Bridges</title>')).toBe('<title>\u2068محمد\u2069 – Bridges</title>');
    expect(isolatePage('<option value="محمد">محمد (9)</option>')).toBe(
      '<option value="محمد">\u2068محمد\u2069 (9)</option>',
    );
    expect(isolatePage('<svg><text x="1">محمد 9</text></svg>')).toBe(
      '<svg><text x="1">\u2068محمد\u2069 9</text></svg>',
    );
    expect(isolateText('Episode for محمد حسن, closed')).toBe('Episode for \u2068محمد حسن\u2069, closed');
  });

  it('leaves scripts, comments and every other page as it is', () => {
    const page = '<script>"محمد"</script><!-- محمد --><p>Chloe</p>';
    expect(isolatePage(page)).toBe(page);
    expect(isolatePage('<p>Şule Öztürk আনিকা 王小明</p>')).toBe('<p>Şule Öztürk আনিকা 王小明</p>');
  });
});
