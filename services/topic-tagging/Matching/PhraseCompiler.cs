using System.Globalization;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Turns phrases as written into phrases of tokens. The words of a pattern go through the same tokeniser as articles, so both are cut and
/// folded alike.
/// </summary>
/// <param name="profile">The folding of the articles that the phrases will meet.</param>
/// <param name="clitics">The article's language writes small words in front of the next.</param>
internal sealed class PhraseCompiler(FoldingProfile profile, bool clitics)
{
    private const int DefaultExtra = 5;

    // Compiling cuts one short word after another.
    [ThreadStatic]
    private static TokenStreamBuilder? _builder;

    public Phrase Compile(IReadOnlyList<string[][]> parts, string pattern)
    {
        var compiled = parts.Select(part => part.Select(Sequence).Where(s => s.Length > 0).ToArray()).ToArray();
        return compiled.All(p => p.Length > 0) ? new Phrase(compiled) : throw new PatternFormatException(pattern, "holds no letters");
    }

    private Element[] Sequence(string[] words) => [.. words.SelectMany(Word)];

    private List<Element> Word(string written)
    {
        var word = written.AsSpan();
        var exact = Cut(ref word, '=');
        var capital = Cut(ref word, '^');
        var anyStart = Cut(ref word, '*');
        var extra = CutEnding(ref word);
        var stream = Tokenizer.Tokenize("", word.ToString(), profile, _builder ??= new TokenStreamBuilder());
        var elements = new List<Element>(stream.Tokens.Length);
        for (var i = 0; i < stream.Tokens.Length; i++)
        {
            var token = stream.Tokens[i];
            var (isFirst, isLast, isGlyph) = (i == 0, i == stream.Tokens.Length - 1, token.Has(TokenTraits.Glyph));
            elements.Add(new Element
            {
                Text = Letters(stream, i, token),
                Extra = isLast && !isGlyph ? extra : 0,
                AnyStart = isFirst && !isGlyph && anyStart,
                Glued = !isFirst && token.Has(TokenTraits.Glued),
                Capital = isFirst && capital && token.Has(TokenTraits.Capital),
                WordStart = isFirst && capital && token.Has(TokenTraits.Hangul),
                Clitics = clitics && token.Has(TokenTraits.Clitic),
                Exact = exact ? stream.Stored(i).ToString() : null,
            });
        }

        return elements;
    }

    private string Letters(TokenStream stream, int index, in Token token)
    {
        var folded = stream.Folded(index).ToString();
        return clitics && token.Has(TokenTraits.Clitic) ? Clitics.WithoutArticle(folded) : folded;
    }

    private static bool Cut(ref ReadOnlySpan<char> word, char sign)
    {
        if (word is not [var first, ..] || first != sign) return false;
        word = word[1..];
        return true;
    }

    private static int CutEnding(ref ReadOnlySpan<char> word)
    {
        if (word is [.., '*'])
        {
            word = word[..^1];
            return Element.Unlimited;
        }

        var percent = word.LastIndexOf('%');
        if (percent < 0) return 0;
        var digits = word[(percent + 1)..];
        word = word[..percent];
        return digits.Length == 0 ? DefaultExtra : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
