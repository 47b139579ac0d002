using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.Tests.TopicTagging.Text;

public class HostileTextTests
{
    private const int Mebi = 1024 * 1024;

    public static TheoryData<string> Texts => new(
        new string('a', Mebi),
        new string('\u0301', Mebi),
        "a" + new string('\u0301', Mebi),
        new string('\uD800', Mebi),
        new string('金', Mebi),
        new string(' ', Mebi),
        string.Concat(Enumerable.Repeat("1.", Mebi / 2)),
        string.Concat(Enumerable.Repeat("\u1112\u1161\u11AB", Mebi / 3)),
        string.Concat(Enumerable.Repeat("a\u0323\u0301", Mebi / 3)));

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void A_mebibyte_of_anything_gives_bounded_tokens_inside_the_text(string text)
    {
        var stream = Tokenizer.Tokenize("", text, FoldingProfile.Default);
        Assert.True(stream.Tokens.Length <= text.Length);
        foreach (var token in stream.Tokens)
        {
            if (token.Start < 0 || token.Length < 1 || token.Start + token.Length > text.Length || token.FoldedLength > 200) Assert.Fail($"token {token}");
        }
    }
}
