using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The words and phrases that queries name themselves, compiled for one folding.</summary>
internal sealed class LiteralIndex
{
    private readonly LiteralTable _literals;
    private readonly TermIndex _terms;
    private readonly PhraseCompiler _compiler;
    private readonly Folding _folding;
    private readonly bool _clitics;
    private int _count;

    /// <summary>Makes an empty index; <see cref="CatchUp"/> fills it.</summary>
    /// <param name="literals">The literals.</param>
    /// <param name="profile">How the articles fold.</param>
    /// <param name="clitics">The articles' language writes small words in front of the next.</param>
    public LiteralIndex(LiteralTable literals, FoldingProfile profile, bool clitics)
    {
        (_literals, _terms) = (literals, new TermIndex(literals.Arena));
        (_compiler, _folding, _clitics) = (new PhraseCompiler(profile, clitics), Folding.Of(profile), clitics);
    }

    /// <summary>The literals that can be found are numbered below this.</summary>
    public int Count => _count;

    /// <summary>Compiles the literals that came since. One caller at a time.</summary>
    public void CatchUp()
    {
        var before = _count;
        for (; _count < _literals.Count; _count++)
        {
            if (AddPlain(_count)) continue;
            var words = _literals.WordsOf(_count);
            _terms.Add(_compiler.Compile(Parts(words), words[0]), _count, _literals.PlaceOf(_count));
        }

        if (before > 0) return;
        _terms.Trim();
        _literals.Arena.Trim();
    }

    public void Find(TokenStream stream, PhraseHits hits) => _terms.Find(stream, hits);

    /// <summary>A word is one part with one choice.</summary>
    public static IReadOnlyList<string[][]> Parts(string literal) => Parts(literal.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // Most words are nothing but plain letters: folding them is all there is to compiling them.
    private bool AddPlain(int literal)
    {
        Span<(int Atom, bool Glued)> atoms = stackalloc (int, bool)[QueryWords.MaxPhraseWords];
        Span<char> folded = stackalloc char[TokenStreamBuilder.MaxFolded];
        var count = _literals.WordCount(literal);
        for (var i = 0; i < count; i++)
        {
            var word = _literals.Word(literal, i);
            if (word.Length >= folded.Length) return false;
            for (var k = 0; k < word.Length; k++)
            {
                folded[k] = _folding.Plain[word[k]];
                if (folded[k] == Folding.NotPlain || (_clitics && CharClasses.TakesClitics(word[k]))) return false;
            }

            var isKept = count == 1 && word.SequenceEqual(folded[..word.Length]);
            atoms[i] = (_terms.AddAtom(folded[..word.Length], isKept ? _literals.PlaceOf(literal) : -1), false);
        }

        _terms.AddPlain(atoms[..count], literal);
        return true;
    }

    private static string[][][] Parts(string[] words) => Array.ConvertAll(words, word => new[] { new[] { word } });
}
