namespace NewsMonitor.TopicTagging.Text;

/// <summary>Cuts title and body into tokens in one linear pass. The rules by script are in <see cref="TokenReader"/>.</summary>
internal static class Tokenizer
{
    public static TokenStream Tokenize(string title, string body, FoldingProfile profile) => Tokenize(title, body, profile, new TokenStreamBuilder());

    /// <summary>Cuts into the memory of <paramref name="builder"/>: the tokens live until it is used again.</summary>
    public static TokenStream Tokenize(string title, string body, FoldingProfile profile, TokenStreamBuilder builder)
    {
        builder.Begin(Folding.Of(profile), title.Length + body.Length);
        var shouted = IsShouted(title) ? TokenTraits.Shouted : TokenTraits.None;
        Read(builder, title, TextField.Title, shouted);
        builder.EndField();
        Read(builder, body, TextField.Body, TokenTraits.None);
        return builder.Build(title, body);
    }

    private static void Read(TokenStreamBuilder builder, string stored, TextField field, TokenTraits traits)
    {
        var reader = new TokenReader(NormalizedText.Of(stored), builder);
        reader.ReadAll(field, traits);
    }

    // One capitalised acronym is not a shouted title; two words are.
    private static bool IsShouted(string title)
    {
        var capitals = 0;
        foreach (var c in title)
        {
            if (char.IsLower(c)) return false;
            if (char.IsUpper(c)) capitals++;
        }

        return capitals >= 6 && title.AsSpan().Trim().Contains(' ');
    }
}
