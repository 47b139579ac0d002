namespace NewsMonitor.TopicTagging.Text;

/// <summary>Reads the tokens of one field.</summary>
internal struct TokenReader(NormalizedText field, TokenStreamBuilder builder)
{
    // What a character is to ReadPlainWords: a gap that ends nothing, a letter with its traits, or neither.
    private const byte Inert = 1 << 7;
    private const byte Letter = 1 << 6;
    private static readonly byte[] Shortcuts = MakeShortcuts();

    private readonly NormalizedText _field = field;
    private readonly TokenStreamBuilder _builder = builder;
    private readonly string _text = field.Characters;
    private int _lineStart;

    public void ReadAll(TextField textField, TokenTraits traits)
    {
        var previousEnd = -1;
        var i = 0;
        while (i < _text.Length)
        {
            if (i == previousEnd) previousEnd = i = ReadPlainWords(i, textField, traits);
            if (i == _text.Length) break;
            var kind = ClassAt(i, out var width);
            if (kind is CharClass.Separator or CharClass.Mark or CharClass.Skipped)
            {
                i += width;
                continue;
            }

            var plainEnd = kind == CharClass.Letter ? PlainEnd(i) : i;
            var end = plainEnd > i ? plainEnd : EndOf(i, kind);
            var here = traits | TraitsAt(i, end, kind);
            if (previousEnd >= 0 && !GapReader.IsInert(_text, previousEnd, i))
            {
                if (IsGlued(previousEnd, i)) here |= TokenTraits.Glued;
                // A title is one sentence and one paragraph, whatever stands in it.
                else if (textField == TextField.Body) Divide(previousEnd, i);
            }

            if (plainEnd > i) _builder.AddPlain(end - i, textField, i, here);
            else _builder.Add(_text.AsSpan(i, end - i), textField, _field.StoredOffset(i), _field.StoredOffset(end) - _field.StoredOffset(i), here);
            previousEnd = i = end;
        }

        if (previousEnd >= 0 && HasStop(_text.AsSpan(previousEnd))) _builder.MarkProse();
    }

    /// <summary>
    /// Reads words of plain letters, as long as nothing stands between them that could end a sentence or join two words: nearly all of most
    /// texts. What <see cref="ReadAll"/> does with them, and no more.
    /// </summary>
    /// <param name="start">The end of the word before.</param>
    /// <param name="textField">The field.</param>
    /// <param name="traits">What all its words have.</param>
    /// <returns>The end of the last word that was read.</returns>
    private readonly int ReadPlainWords(int start, TextField textField, TokenTraits traits)
    {
        var text = _text;
        ReadOnlySpan<byte> shortcuts = Shortcuts;
        while (true)
        {
            var word = start;
            while (word < text.Length && shortcuts[text[word]] == Inert) word++;
            if (word == start || word == text.Length) return start;
            var letter = shortcuts[text[word]];
            if ((letter & Letter) == 0) return start;
            var end = PlainEnd(word);
            if (end == word) return start;
            _builder.AddPlain(end - word, textField, word, traits | (TokenTraits)(letter & ~Letter));
            start = end;
        }
    }

    // The end of a word of plain letters, already folded; the start when there is more to it than that.
    private readonly int PlainEnd(int start)
    {
        if (!_field.IsStored) return start;
        var end = _builder.FoldPlain(_text, start);
        if (end == _text.Length) return end - start < TokenStreamBuilder.MaxFolded ? end : start;
        var next = _text[end];
        if (Shortcuts[next] == Inert) return end;
        return char.IsSurrogate(next) || CharClasses.Of(next) is CharClass.Letter or CharClass.Digit or CharClass.Mark or CharClass.Skipped ? start : end;
    }

    private void Divide(int start, int end)
    {
        var gap = GapReader.Read(_text, start, end, _lineStart, _builder.LastTokenOwnsItsStop());
        var between = _text.AsSpan(start, end - start);
        if (gap != Gap.None && HasStop(between)) _builder.MarkProse();
        if (gap == Gap.Paragraph) _builder.EndParagraph();
        else if (gap == Gap.Sentence) _builder.EndSentence();
        var newline = between.LastIndexOf('\n');
        if (newline >= 0) _lineStart = start + newline + 1;
    }

    private static bool HasStop(ReadOnlySpan<char> gap) => gap.IndexOfAny(Stops) >= 0;

    // Links and headings end with nothing, or ask; sentences that report end with a full stop.
    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create(".。｡۔।॥។။");

    private readonly CharClass ClassAt(int i, out int width)
    {
        var c = _text[i];
        width = 1;
        if (!char.IsHighSurrogate(c) || i + 1 >= _text.Length) return CharClasses.Of(c);
        width = 2;
        // Planes 2 and 3 are ideographs; letters of plane 1 (mathematical alphabets, historic scripts) count as words.
        var rune = char.ConvertToUtf32(c, _text[i + 1]);
        return rune >= 0x20000 && rune < 0x40000 ? CharClass.Ideograph : System.Text.Rune.IsLetter(new(rune)) ? CharClass.Letter : CharClass.Separator;
    }

    private readonly int EndOf(int start, CharClass kind)
    {
        ClassAt(start, out var width);
        var i = start + width;
        while (i < _text.Length)
        {
            var next = ClassAt(i, out width);
            if (next is CharClass.Mark or CharClass.Skipped)
            {
                i += width;
                continue;
            }

            if (kind == CharClass.Cluster && next == CharClass.Cluster && IsStacker(_text[i - 1])) i += width;
            else if (kind is CharClass.Letter or CharClass.Digit && next is CharClass.Letter or CharClass.Digit) i += width;
            else if (kind is CharClass.Letter or CharClass.Digit && JoinsWord(start, i)) i++;
            else break;
        }

        // Zero-width characters at the end belong to nobody.
        while (i > start + 1 && CharClasses.Of(_text[i - 1]) == CharClass.Skipped) i--;
        return i;
    }

    // The sign under which Khmer and Burmese stack the next consonant.
    private static bool IsStacker(char c) => c is '\u17D2' or '\u1039';

    // 13.000 and 6,5 are one number; Hebrew writes acronyms and foreign sounds with quotes inside the word.
    private readonly bool JoinsWord(int start, int i)
    {
        if (i + 1 >= _text.Length || i == start) return false;
        var (before, c, after) = (_text[i - 1], _text[i], _text[i + 1]);
        if (c is '.' or ',' or '٫' or '٬') return char.IsDigit(before) && char.IsDigit(after) && char.IsDigit(_text[start]);
        return c is '"' or '\'' or '׳' or '״' or '”' or '’' && CharClasses.IsHebrew(before) && CharClasses.IsHebrew(after);
    }

    // Zero-width characters do not divide, nor does the dot between the parts of a foreign name in kana or Han.
    private readonly bool IsGlued(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (CharClasses.Of(_text[i]) == CharClass.Skipped) continue;
            if (_text[i] is '・' or '·' or '‧' or '＝' && start > 0 && ClassAt(end, out _) == CharClass.Ideograph) continue;
            return false;
        }

        return true;
    }

    private static byte[] MakeShortcuts()
    {
        var shortcuts = new byte[char.MaxValue + 1];
        for (var i = 0; i < shortcuts.Length; i++)
        {
            var c = ((char)i).ToString();
            if (GapReader.IsInert(c, 0, 1)) shortcuts[i] = Inert;
            else if (CharClasses.Of(c[0]) == CharClass.Letter && !char.IsSurrogate(c[0])) shortcuts[i] = (byte)(Letter | (byte)TraitsOfLetter(c[0]));
        }

        return shortcuts;
    }

    private static TokenTraits TraitsOfLetter(char c) => CharClasses.TakesClitics(c) ? TokenTraits.Clitic : char.IsUpper(c) ? TokenTraits.Capital : TokenTraits.None;

    private readonly TokenTraits TraitsAt(int start, int end, CharClass kind)
    {
        var c = _text[start];
        return kind switch
        {
            CharClass.Ideograph or CharClass.Cluster => TokenTraits.Glyph,
            CharClass.Hangul => TokenTraits.Glyph | TokenTraits.Hangul,
            CharClass.Digit when !_text.AsSpan(start, end - start).ContainsAnyInRange('A', '\u0600') => TokenTraits.Number,
            _ => TraitsOfLetter(c),
        };
    }
}
