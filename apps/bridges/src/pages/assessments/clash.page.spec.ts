import { toClashView, withKept } from './clash.page.js';

const LABELS = { needs: 'Needs', strengths: 'Strengths', level: 'Level' };

describe('two people who changed the same part', () => {
  it('see the fields that differ, with the differences marked', () => {
    const clash = toClashView(
      LABELS,
      { needs: 'Sleep is poor', strengths: 'Kind\nfunny', level: '2' },
      { needs: 'Sleep is better', strengths: ' Kind\r\nfunny ', level: '' },
      { level: (value) => value && `Level ${value}` },
    );
    expect(clash.map(({ field, canKeepBoth }) => [field, canKeepBoth])).toEqual([
      ['needs', true],
      ['level', false],
    ]);
    expect(clash[0]!.differences.map(({ kind, text }) => [kind, text])).toEqual([
      ['same', 'Sleep is '],
      ['removed', 'poor'],
      ['added', 'better'],
    ]);
    expect(clash[1]).toMatchObject({ theirs: 'Level 2', mine: '' });
  });

  it('keep mine, theirs or both, field by field', () => {
    const saved = { needs: 'Theirs', strengths: 'Theirs', evidence: 'Theirs' };
    const typed = { needs: 'Mine', strengths: 'Mine', evidence: 'Mine', childsWords: 'Mine' };
    expect(
      withKept(
        {
          ...typed,
          'keep-needs': 'theirs',
          'keep-strengths': 'both',
          'keep-evidence': 'mine',
          'keep-x': 'theirs',
        },
        saved,
      ),
    ).toMatchObject({ needs: 'Theirs', strengths: 'Theirs\n\nMine', evidence: 'Mine', childsWords: 'Mine' });
    expect(withKept({ needs: 'Theirs', 'keep-needs': 'both' }, saved)).toMatchObject({ needs: 'Theirs' });
  });
});
