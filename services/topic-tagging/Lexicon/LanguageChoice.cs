using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>Decides which languages' patterns apply to an article.</summary>
internal static class LanguageChoice
{
    public const string Any = "*";

    // Languages without patterns of their own borrow those of a neighbour that is written nearly alike.
    private static readonly Dictionary<string, string[]> Borrowed = new()
    {
        ["zh"] = ["zh-Hans", "zh-Hant"],
        ["yue"] = ["zh-Hant", "zh-Hans"],
        ["wuu"] = ["zh-Hans", "zh-Hant"],
        ["hr"] = ["sr"],
        ["bs"] = ["sr"],
        ["sh"] = ["sr"],
        ["cnr"] = ["sr"],
        ["ms"] = ["id"],
        ["mo"] = ["ro"],
        ["mk"] = ["bg"],
        ["gl"] = ["pt", "es"],
        ["prs"] = ["fa"],
        ["iw"] = ["he"],
    };

    // Text in these scripts often quotes or repeats English; text in Latin letters does so unnoticed.
    private const double MixedShare = 0.2;

    private static readonly Dictionary<string, string[]> ByScript = new()
    {
        ["Cyrillic"] = ["ru", "uk", "bg", "sr"],
        ["Greek"] = ["el"],
        ["Arabic"] = ["ar", "fa"],
        ["Hebrew"] = ["he"],
        ["Devanagari"] = ["hi"],
        ["Thai"] = ["th"],
        ["Hangul"] = ["ko"],
        ["Kana"] = ["ja"],
        ["Han"] = ["zh-Hans", "zh-Hant"],
        ["Latin"] = ["cs", "de", "en", "es", "fi", "fr", "hu", "id", "it", "nl", "pl", "pt", "ro", "sr", "sv", "tr", "vi"],
    };

    /// <summary>The languages whose patterns apply, without repetition; <c>*</c> is not among them and always applies.</summary>
    /// <param name="plausible">BCP-47 tags, best first.</param>
    /// <param name="available">The languages of the lexicon.</param>
    /// <param name="mix">The scripts of the article.</param>
    public static List<string> For(IReadOnlyList<string> plausible, IReadOnlySet<string> available, ScriptMix mix)
    {
        var chosen = new List<string>();
        var known = plausible.Where(p => p.Length > 0 && p != "und").ToList();
        foreach (var tag in known) Add(chosen, available, tag);
        // Also for a known language without patterns (Danish, Estonian): names and loans of its neighbours find most, and three concepts
        // that must meet keep false friends out. On the evaluation set all languages at once cost nothing.
        if (chosen.Count == 0) AddScript(chosen, available, mix.Dominant);
        if (mix.QuotesLatin) Add(chosen, available, "en");
        if (mix.Quoted is { } quoted) AddScript(chosen, available, quoted);
        return chosen;
    }

    /// <summary>What the choice needs to know of an article's scripts.</summary>
    public static ScriptMix MixOf(string title, string text)
    {
        var shares = ScriptShares.Of(title, text);
        var isLatin = shares.Dominant == "Latin";
        return new(shares.Dominant, !isLatin && shares.LatinShare >= MixedShare, isLatin && shares.SecondShare >= MixedShare ? shares.Second : null);
    }

    private static void AddScript(List<string> chosen, IReadOnlySet<string> available, string script)
    {
        foreach (var language in ByScript.GetValueOrDefault(script) ?? []) Add(chosen, available, language);
    }

    private static void Add(List<string> chosen, IReadOnlySet<string> available, string tag)
    {
        var root = Folding.BaseOf(tag);
        string[] languages = Borrowed.TryGetValue(root, out var borrowed) ? borrowed : [tag, root];
        foreach (var language in languages)
        {
            if (available.Contains(language) && !chosen.Contains(language)) chosen.Add(language);
        }
    }
}
