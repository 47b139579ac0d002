using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Tests.TopicTagging.Matching;

/// <summary>A lexicon small enough to read, and shorthands to match with it.</summary>
internal static class SmallLexicon
{
    public static LexiconSnapshot Lexicon { get; } = new(
        [
            Concept("country:KP", [], [("*", P(["North Korea", "북한", "Corea del Nord"])), ("ar", P(["كوريا الشمالية"])), ("he", P(["צפון קוריאה"]))]),
            Concept("country:KR", [], [("*", P(["South Korea", "Korea", "한국"]))]),
            Concept("country:RU", [], [("*", P(["Russia", "Moscow"], not: ["Moscow Idaho"])), ("ar", P(["روسيا"]))]),
            Concept("country:JP", [], [("*", P(["Japan"]))]),
            Concept("country:US", [], [("*", P(["America"]))]),
            Concept("person:kim", ["country:KP"], [("*", P(["Kim Jong Un"], after: ["^Kim"]))]),
            Concept("theme:arms", [], [("*", P(["send% NEAR/4 shells", "(arms|weapons) deal%", "*angriff%"]))]),
            Concept("org:who", [], [("*", P(["=WHO"]))]),
            Concept("place:tokyo-kyoto", [], [("ja", P(["京都"], not: ["東京都"]))]),
        ],
        [new Compound("ko", ["country:KP", "country:RU"], P(["북러"]))],
        "small");

    public static ConceptPatterns P(string[] full, string[]? after = null, string[]? not = null) => new(full, after ?? [], not ?? []);

    public static Concept Concept(string id, string[] wider, (string Language, ConceptPatterns Patterns)[] patterns) =>
        new(id, new Dictionary<string, string>(), wider, patterns.ToDictionary(p => p.Language, p => p.Patterns));

    public static MatchInput Input(string title, string text, string language = "en") => new(title, text, [language], "paper.example", null, []);

    public static TopicMatcher Matcher(params string[] queries) => TopicMatcher.Compile(
        Lexicon, [.. queries.Select((q, i) => (new TopicDefinition($"t{i}", $"Topic {i}", q, TopicLevel.Substantial), 1))]);

    /// <summary>The match of one query, or null.</summary>
    public static MatchedTopic? Match(string query, string text, string language = "en", string title = "")
    {
        var matcher = Matcher(query);
        Assert.Empty(matcher.Errors);
        return matcher.Match(Input(title, text, language)).SingleOrDefault();
    }

    public static bool Matches(string query, string text, string language = "en", string title = "") => Match(query, text, language, title) is not null;
}
