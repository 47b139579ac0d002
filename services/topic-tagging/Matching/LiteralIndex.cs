using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The words and phrases that queries name themselves, compiled for one folding.</summary>
internal sealed class LiteralIndex
{
    private readonly TermIndex _terms = new();

    /// <summary>Compiles the literals; a literal's place in the list is its id.</summary>
    public LiteralIndex(IReadOnlyList<string> literals, FoldingProfile profile, bool clitics)
    {
        var compiler = new PhraseCompiler(profile, clitics);
        foreach (var literal in literals) _terms.Add(compiler.Compile(Parts(literal), literal));
    }

    public Dictionary<int, List<TokenRange>> Find(TokenStream stream) => _terms.Find(stream);

    /// <summary>A word is one part with one choice.</summary>
    public static IReadOnlyList<string[][]> Parts(string literal) =>
        [.. literal.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new[] { new[] { word } })];
}
