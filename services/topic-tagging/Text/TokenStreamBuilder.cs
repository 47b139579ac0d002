namespace NewsMonitor.TopicTagging.Text;

/// <summary>Collects tokens, sentences and paragraphs.</summary>
internal sealed class TokenStreamBuilder(Folding folding, int characters)
{
    // A word of more letters is noise; the rest of it is not kept, its offsets are.
    private const int MaxFolded = 128;

    // Windows of a sentence: 60 words, or 250 characters where characters are counted.
    private const int WindowWords = 60;
    private const int WindowCharacters = 250;

    // No heading is as long as this, so it is prose even in scripts that mark no end of a sentence.
    private const int ProseWords = 25;
    private const int ProseCharacters = 60;

    private readonly List<Token> _tokens = new(characters / 5 + 8);
    private readonly List<Sentence> _sentences = [];
    private readonly List<Paragraph> _paragraphs = [];
    private char[] _folded = new char[characters + 64];
    private int _length;
    private int _word = -1;
    private int _sentenceStart;
    private int _paragraphStart;
    private int _glyphs;
    private bool _prose;

    public void Add(ReadOnlySpan<char> word, TextField field, int start, int length, TokenTraits traits)
    {
        var from = _length;
        Fold(word);
        if (_length == from) return;
        // The syllables of one Korean word, particles included, share its ordinal.
        var sameWord = (traits & (TokenTraits.Hangul | TokenTraits.Glued)) == (TokenTraits.Hangul | TokenTraits.Glued);
        if (!sameWord) _word++;
        if ((traits & (TokenTraits.Glyph | TokenTraits.Hangul)) == TokenTraits.Glyph) _glyphs++;
        _tokens.Add(new Token(from, _length - from, start, length, _word, _sentences.Count, _paragraphs.Count, field, traits));
    }

    public void MarkProse() => _prose = true;

    public void EndSentence()
    {
        if (_tokens.Count == _sentenceStart) return;
        CloseSentence();
    }

    public void EndParagraph()
    {
        EndSentence();
        if (_tokens.Count == _paragraphStart) return;
        CloseParagraph();
    }

    /// <summary>Ends the title, which is a sentence and a paragraph even when it is empty.</summary>
    public void EndField()
    {
        CloseSentence();
        CloseParagraph();
    }

    /// <summary>The last token is an abbreviation, an initial or a short number, whose full stop ends no sentence.</summary>
    public bool LastTokenOwnsItsStop()
    {
        if (_tokens.Count == 0) return false;
        var last = _tokens[^1];
        var folded = _folded.AsSpan(last.FoldedStart, last.FoldedLength);
        if (last.Has(TokenTraits.Number)) return folded.Length <= 2;
        return (last.Length == 1 && last.Has(TokenTraits.Capital)) || Abbreviations.Contains(folded);
    }

    public TokenStream Build(string title, string body)
    {
        EndParagraph();
        return new TokenStream(title, body, [.. _tokens], _folded, [.. _sentences], [.. _paragraphs]);
    }

    private void Fold(ReadOnlySpan<char> word)
    {
        var from = _length;
        for (var i = 0; i < word.Length && _length - from < MaxFolded; i++)
        {
            if (_folded.Length - _length < Folding.MaxExpansion * 2) Array.Resize(ref _folded, _folded.Length * 2);
            if (CharClasses.Of(word[i]) == CharClass.Separator && !char.IsSurrogate(word[i]) && CharClasses.IsHebrew(word[0])) continue;
            _length += char.IsSurrogate(word[i])
                ? FoldSurrogates(word, ref i)
                : folding.Fold(word[i], _folded.AsSpan(_length));
        }
    }

    // Mathematical letters are dressed-up ASCII; anything else beyond the basic plane stays as it is.
    private int FoldSurrogates(ReadOnlySpan<char> word, ref int i)
    {
        if (i + 1 >= word.Length) return 0;
        var plain = word.Slice(i, 2).ToString().Normalize(System.Text.NormalizationForm.FormKC);
        i++;
        if (plain.Length == 1) return folding.Fold(plain[0], _folded.AsSpan(_length));
        plain.AsSpan(0, Math.Min(plain.Length, 4)).CopyTo(_folded.AsSpan(_length));
        return Math.Min(plain.Length, 4);
    }

    private void CloseSentence()
    {
        var count = _tokens.Count - _sentenceStart;
        var countsCharacters = _glyphs * 2 > count;
        var limit = countsCharacters ? WindowCharacters : WindowWords;
        _prose |= count >= (countsCharacters ? ProseCharacters : ProseWords);
        var before = _sentences.Count == 0 ? 0 : _sentences[^1].UnitsBefore + Units(_sentences[^1]);
        _sentences.Add(new Sentence(_sentenceStart, _tokens.Count - 1, _paragraphs.Count, limit, before));
        _sentenceStart = _tokens.Count;
        _glyphs = 0;
    }

    private int Units(in Sentence sentence) =>
        sentence.Last < sentence.First ? 1 : 1 + (_tokens[sentence.Last].Word - _tokens[sentence.First].Word) / sentence.Limit;

    private void CloseParagraph()
    {
        _paragraphs.Add(new Paragraph(_paragraphStart, _tokens.Count - 1, _prose));
        _paragraphStart = _tokens.Count;
        _prose = false;
    }
}
