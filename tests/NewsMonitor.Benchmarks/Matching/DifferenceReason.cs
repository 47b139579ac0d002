using System.Text.RegularExpressions;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary>Why NewsMonitor answers otherwise than the verified answers, on purpose: the kind, a colon, and the word that makes the difference.</summary>
internal static partial class DifferenceReason
{
    public const string None = "none: ";

    public static string Of(string text, SExpression query, bool isMissed)
    {
        var words = Words(query).ToList();
        // Accents and case are folded on both sides, so they are no reason to look past.
        var folded = Fold(text);
        if (words.Find(w => Regex.IsMatch(folded, $@"(?<!\w){Pattern(w)}['’]\p{{L}}|\p{{L}}['’]{Pattern(w)}(?!\w)")) is { } apart) return $"elision: {apart}";
        if (words.Find(w => Regex.IsMatch(folded, $@"(?<!\w){Pattern(w)}[.:·_]\w|\w[.:·_]{Pattern(w)}(?!\w)")) is { } joined) return $"joint: {joined}";
        if (isMissed && Phrases(query).FirstOrDefault(p => CrossesSentence(folded, p)) is { } crossing) return $"sentence: \"{crossing}\"";
        if (isMissed && Nears(query).FirstOrDefault(IsNearItself) is { } itself) return $"overlap: {itself}";
        if (isMissed && Nears(query).SelectMany(Words).FirstOrDefault(w => HasApostropheBeside(folded, w)) is { } far) return $"distance: {far}";
        return words.Find(w => FoldedLetters().IsMatch(w)) is { } letters ? $"letters: {letters}" : None;
    }

    public static string Explain(string kind) => kind switch
    {
        "elision" => "the word stands beside an apostrophe, where the other tokeniser sees one word and ours two",
        "joint" => "the word stands beside a full stop, a colon or an underscore without a space, where the other tokeniser sees one word and ours two",
        "distance" => "a word with an apostrophe stands between, which counts as two words here",
        "overlap" => "both sides of the NEAR fold to one word, and one place of it is not near itself",
        "sentence" => "the phrase is divided by the end of a sentence",
        "letters" => "ё, ґ and Cyrillic letters with accents are folded",
        _ => "NO REASON BY DESIGN",
    };

    private static string Fold(string text) =>
        Marks().Replace(text.Normalize(System.Text.NormalizationForm.FormD), "").Normalize(System.Text.NormalizationForm.FormC).ToLowerInvariant();

    private static string Pattern(string word) => word.EndsWith('*') ? Regex.Escape(Fold(word[..^1])) + @"\w*" : Regex.Escape(Fold(word));

    private static IEnumerable<string> Words(SExpression query) => query.Form switch
    {
        "" => [query.Word],
        "pre" => [query.Operands[0].Word.TrimEnd('*') + "*"],
        _ => query.Operands.SelectMany(Words),
    };

    private static IEnumerable<SExpression> Nears(SExpression query) => query.Form == "near" ? [query] : query.Operands.SelectMany(Nears);

    // NEAR asks for two places that share no word.
    private static bool IsNearItself(SExpression near) =>
        Words(near.Operands[0]).Select(Fold).Intersect(Words(near.Operands[1]).Select(Fold)).Any();

    private static bool HasApostropheBeside(string folded, string word) => Regex.IsMatch(
        folded, $@"(?<!\w){Pattern(word)}(?!\w).{{0,150}}\p{{L}}['’]\p{{L}}|\p{{L}}['’]\p{{L}}.{{0,150}}(?<!\w){Pattern(word)}(?!\w)");

    private static IEnumerable<string> Phrases(SExpression query) =>
        query.Form == "ph" ? [string.Join(' ', query.Operands.Select(o => o.Word))] : query.Operands.SelectMany(Phrases);

    private static bool CrossesSentence(string folded, string phrase) =>
        Regex.IsMatch(folded, $@"(?<!\w){string.Join(@"\W*[.!?…]\W*", phrase.Split(' ').Select(w => Regex.Escape(Fold(w))))}(?!\w)");

    [GeneratedRegex(@"[ёґ\u0400-\u040F\u0450-\u045F]")]
    private static partial Regex FoldedLetters();

    [GeneratedRegex(@"[\u0300-\u036F]")]
    private static partial Regex Marks();
}
